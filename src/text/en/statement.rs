//! English, in the accessibility statement.

use crate::text::{StatementSection, StatementTexts};

pub const TEXTS: StatementTexts = StatementTexts {
    title: "Accessibility statement",
    intro: &[
        "This statement is about the Benefit Simulator: the page of each solution, the list of solutions, the view for big screens, and the simulator where it is embedded in other web pages.",
        "The simulator may be found on several websites. Whoever publishes it where you use it is responsible for its accessibility. Norwegian public bodies must publish a statement of their own through uustatus.no, and may base it on what is said here.",
    ],
    sections: &[
        StatementSection {
            title: "Compliance status",
            paragraphs: &[
                "The simulator is partially compliant with the Norwegian regulations on universal design of ICT solutions, which refer to levels A and AA of WCAG 2.1. It has also been assessed against what is new at levels A and AA of WCAG 2.2. The exceptions are listed below.",
            ],
            points: &[],
            links: &[],
        },
        StatementSection {
            title: "Content that is not accessible to everyone",
            paragraphs: &[],
            points: &[
                "The titles of sources are in the language of the source, but that language is not marked in the code. A screen reader may pronounce Norwegian titles as if they were English (WCAG 3.1.2, Language of Parts).",
                "The points that are dragged to draw a curve of one’s own are smaller than 24 pixels, and close together on a phone. The same values can be changed with the arrow keys or typed under “Enter the curve as numbers”.",
                "On a big screen, single keys (R, Q, F, Z, the digits and ?) do things, and can neither be switched off nor changed (WCAG 2.1.4, Character Key Shortcuts). Elsewhere on the page they do nothing.",
                "Charts saved as PNG have no text description in the file. Their figures are in the table below each chart, and charts saved as SVG have a title and a description.",
                "In WebKit, which Safari is built on, the page does not always scroll to the field with the link when the Tab key leads there on a small screen (WCAG 2.4.11, Focus Not Obscured).",
                "Workbooks and CSV files have not been tried with assistive technology. The most important figures in them are on the page too.",
                "The list of licences is a text file without headings.",
            ],
            links: &[],
        },
        StatementSection {
            title: "How we tested",
            paragraphs: &[
                "This statement rests on a self-assessment of 30 November 2026, and describes the simulator as it was then. The tests below are automatic and run whenever the simulator changes.",
            ],
            points: &[
                "The tool axe-core finds no failures at levels A and AA in any of the three languages: in every view, with menus and details open, with errors, while comparing, on a big screen, in print and in a frame of another page. It was tried in light colours on a computer and in dark ones on a phone.",
                "Everything that can be done with a mouse can be done with the keyboard alone, and the keyboard focus is always visible.",
                "Names, roles and values have been checked in the browser’s accessibility tree. The result is read out as one sentence once you stop moving a slider.",
                "The pages fit a width of 320 pixels, and text of twice the size. The contrast of every line, bar and text in the charts has been measured. Gridlines, and areas that only help the eye, are fainter.",
                "Nearly all of it was tried in both Chromium and Firefox, and keyboard use in WebKit too. axe-core has seen all of it in Chromium and parts of it in the other two. All three show the same figures.",
                "Nobody with a disability has tried the simulator yet, and it has not been reviewed with any particular screen reader.",
            ],
            links: &[],
        },
        StatementSection {
            title: "Tell us what does not work",
            paragraphs: &[
                "If something does not work for you, please tell whoever publishes the simulator. Their contact details are on the website where you found it. It helps to say which page it is about, what you wanted to do, and which browser and assistive technology you use.",
            ],
            points: &[],
            links: &[],
        },
        StatementSection {
            title: "Supervision and complaints",
            paragraphs: &[
                "The Norwegian Authority for Universal Design of ICT sees to it that the requirements are met. If whoever publishes the simulator does not help, you may complain to the Anti-Discrimination Tribunal.",
            ],
            points: &[],
            links: &[
                (
                    "The Authority for Universal Design of ICT (uutilsynet.no)",
                    "https://www.uutilsynet.no/",
                ),
                (
                    "The Anti-Discrimination Tribunal (diskrimineringsnemnda.no)",
                    "https://www.diskrimineringsnemnda.no/",
                ),
            ],
        },
    ],
};
