//! How far the page has been made. It is made in steps, so short that between them a browser can do what a visitor wants:
//! first what is seen first, and all that the rest of the program makes when that is here.

/// The steps, in their order.
#[derive(Clone, Copy)]
pub enum Step {
    Headlines,
    /// The groups of controls by their place, from 0 on: first those in sight, then all assumptions.
    Controls(usize),
    FirstFigure,
    /// Its table, and its ranges.
    FirstFigureWhole,
    /// The others by their place, from 1 on.
    Figure(usize),
    Told,
    Conditions,
    Claim,
    Share,
    Method,
}

impl Step {
    /// The steps before it.
    fn place(self) -> usize {
        match self {
            Self::Headlines => 0,
            Self::Controls(place) => 1 + place,
            Self::FirstFigure => 9,
            Self::FirstFigureWhole => 10,
            Self::Figure(place) => 10 + place,
            Self::Told => 16,
            Self::Conditions => 17,
            Self::Claim => 18,
            Self::Share => 19,
            Self::Method => 20,
        }
    }
}

/// How many steps have been taken, and whether the last was taken just now.
#[derive(Clone, Copy)]
pub struct Growth {
    steps: usize,
    growing: bool,
}

impl Growth {
    pub const BEGUN: Self = Self {
        steps: 0,
        growing: true,
    };
    /// Without what the rest of the program makes.
    pub const FIRST_VIEW: Self = Self {
        steps: 10,
        growing: false,
    };
    pub const WHOLE: Self = Self {
        steps: 21,
        growing: false,
    };

    /// One step more.
    pub fn next(self) -> Self {
        Self {
            steps: self.steps + 1,
            growing: true,
        }
    }

    /// Whether it is as far as another, or farther.
    pub fn reaches(self, other: Self) -> bool {
        self.steps >= other.steps
    }

    /// Whether there is all that the page has.
    pub fn is_whole(self) -> bool {
        self.reaches(Self::WHOLE)
    }

    /// Whether there is what this step makes.
    pub fn has(self, step: Step) -> bool {
        step.place() < self.steps
    }

    /// Whether what this step makes stays as it is, because only what is new is made now.
    pub fn keeps(self, step: Step) -> bool {
        self.growing && step.place() + 1 != self.steps
    }
}
