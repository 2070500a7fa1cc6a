//! Inks: what a shape means, not what colour it has. The style sheet gives every ink its colour.

use plotters::style::RGBColor;

/// What a shape stands for. Each ink is one CSS class, see [`Ink::class`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Ink {
    /// What is gained (gevinst).
    Benefit,
    /// What it costs (kostnad).
    Cost,
    /// Person-years freed (årsverk).
    PersonYears,
    /// A claim that somebody published.
    Claim,
    /// Benefits less costs (netto nytte).
    Net,
    /// How many units have taken the solution into use.
    Units,
    /// How many of them really use it.
    UnitsInUse,
    /// A scenario kept for comparison.
    Kept,
    /// The numbers of the axes, and the ticks of the years.
    Tick,
    /// Light gridlines.
    Grid,
    /// The zero line, stronger than the grid.
    Zero,
    /// Text that belongs to no series.
    Label,
    /// The thin line at the selected year.
    Marker,
    /// A moment worth naming, such as the break-even year.
    Event,
}

impl Ink {
    /// Every ink, in the order of the numbers that stand for them in plotters' colours.
    pub const ALL: [Ink; 14] = [
        Ink::Benefit,
        Ink::Cost,
        Ink::PersonYears,
        Ink::Claim,
        Ink::Net,
        Ink::Units,
        Ink::UnitsInUse,
        Ink::Kept,
        Ink::Tick,
        Ink::Grid,
        Ink::Zero,
        Ink::Label,
        Ink::Marker,
        Ink::Event,
    ];

    /// The CSS class of the ink.
    pub const fn class(self) -> &'static str {
        match self {
            Ink::Benefit => "ink-benefit",
            Ink::Cost => "ink-cost",
            Ink::PersonYears => "ink-person-years",
            Ink::Claim => "ink-claim",
            Ink::Net => "ink-net",
            Ink::Units => "ink-units",
            Ink::UnitsInUse => "ink-units-in-use",
            Ink::Kept => "ink-kept",
            Ink::Tick => "ink-tick",
            Ink::Grid => "ink-grid",
            Ink::Zero => "ink-zero",
            Ink::Label => "ink-label",
            Ink::Marker => "ink-marker",
            Ink::Event => "ink-event",
        }
    }

    /// The colour on white paper, for files that no style sheet reaches: the light theme's.
    pub const fn on_paper(self) -> &'static str {
        match self {
            Ink::Benefit | Ink::Net => "#0062ba",
            Ink::Cost => "#b04a08",
            Ink::PersonYears => "#7a3e9d",
            Ink::Claim => "#a01350",
            Ink::Units => "#0b5f52",
            Ink::UnitsInUse => "#2f7d70",
            Ink::Kept | Ink::Tick | Ink::Marker => "#5b5f66",
            Ink::Grid => "#d5d8dc",
            Ink::Zero | Ink::Label | Ink::Event => "#23272d",
        }
    }

    /// The ink as a plotters colour: its number is the red part, and green says whether lines are dashed.
    pub(super) fn color(self, dashed: bool) -> RGBColor {
        RGBColor(self as u8, u8::from(dashed), 0)
    }

    /// The ink and dash that a plotters colour stands for.
    pub(super) fn from_rgb((ink, dashed, _): (u8, u8, u8)) -> (Ink, bool) {
        let ink = Ink::ALL
            .get(usize::from(ink))
            .copied()
            .unwrap_or(Ink::Label);
        (ink, dashed == 1)
    }
}
