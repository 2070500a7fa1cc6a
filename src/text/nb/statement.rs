//! Bokmål, in the accessibility statement.

use crate::text::{StatementSection, StatementTexts};

pub const TEXTS: StatementTexts = StatementTexts {
    title: "Tilgjengelighetserklæring",
    intro: &[
        "Erklæringen gjelder Gevinstsimulatoren: siden for hver løsning, oversikten over løsningene, visningen for storskjerm, og simulatoren der den er satt inn på andre nettsider.",
        "Simulatoren kan ligge på flere nettsteder. Den som har lagt den ut der du bruker den, er ansvarlig for at den er universelt utformet. Offentlige virksomheter skal publisere sin egen erklæring gjennom uustatus.no, og kan bygge den på det som står her.",
    ],
    sections: &[
        StatementSection {
            title: "Status",
            paragraphs: &[
                "Simulatoren er delvis i samsvar med kravene i forskrift om universell utforming av ikt-løsninger, som viser til nivå A og AA i WCAG 2.1. Den er også vurdert mot det som er nytt på nivå A og AA i WCAG 2.2. Avvikene står nedenfor.",
            ],
            points: &[],
            links: &[],
        },
        StatementSection {
            title: "Innhold som ikke er tilgjengelig for alle",
            paragraphs: &[],
            points: &[
                "Titlene på kilder står på språket til kilden, men språket er ikke merket i koden. En skjermleser kan derfor lese engelske titler med norsk uttale (WCAG 3.1.2, Språk på deler av innhold).",
                "Punktene som man drar i for å tegne sin egen kurve, er mindre enn 24 piksler og ligger tett på en mobil. De samme verdiene kan flyttes med piltastene eller skrives inn under «Skriv inn kurven som tall».",
                "På storskjerm virker enkelttaster (R, Q, F, Z, tallene og ?), og de kan verken slås av eller endres (WCAG 2.1.4, Hurtigtaster som består av ett tegn). Andre steder på siden virker de ikke.",
                "Figurer som lagres som PNG, har ingen tekstbeskrivelse i filen. Tallene i dem står i tabellen under hver figur, og figurer som lagres som SVG, har tittel og beskrivelse.",
                "I WebKit, som Safari bygger på, ruller ikke siden alltid til feltet med lenken når man kommer til det med tabulatortasten på en liten skjerm (WCAG 2.4.11, Fokus ikke skjult).",
                "Regneark og CSV-filer er ikke prøvd med hjelpemidler. De viktigste tallene i dem står også på siden.",
                "Listen over lisenser er en tekstfil på engelsk, uten overskrifter.",
            ],
            links: &[],
        },
        StatementSection {
            title: "Slik er det undersøkt",
            paragraphs: &[
                "Erklæringen bygger på en egenvurdering av 30. november 2026, og gjelder simulatoren slik den var da. Prøvene nedenfor er automatiske og kjøres hver gang simulatoren endres.",
            ],
            points: &[
                "Verktøyet axe-core finner ingen feil på nivå A og AA, verken på bokmål, nynorsk eller engelsk: i alle visninger, med åpne menyer og detaljer, ved feil, under sammenligning, på storskjerm, på utskrift og i en ramme på en annen side. Det er prøvd med lyse farger på datamaskin og mørke på mobil.",
                "Alt som kan gjøres med mus, lar seg gjøre med tastatur alene, og det synes hvor man er.",
                "Navn, roller og verdier er kontrollert i nettleserens tilgjengelighetstre. Resultatet leses opp som én setning når du slipper en glidebryter.",
                "Sidene får plass i 320 pikslers bredde og med dobbelt så stor tekst. Kontrasten er målt for alle linjer, søyler og tekster i figurene. Gitterlinjer og flater som bare er til støtte, er svakere.",
                "Nesten alt er prøvd både i Chromium og i Firefox, og tastaturbruken i WebKit også. axe-core har sett alt i Chromium og deler av det i de to andre. Alle tre viser de samme tallene.",
                "Ingen med nedsatt funksjonsevne har prøvd simulatoren ennå, og den er ikke gjennomgått med en bestemt skjermleser.",
            ],
            links: &[],
        },
        StatementSection {
            title: "Si fra om feil",
            paragraphs: &[
                "Er det noe som ikke fungerer for deg, så si fra til den som har lagt ut simulatoren. Kontaktopplysningene står på nettstedet der du fant den. Fortell gjerne hvilken side det gjelder, hva du ville gjøre, og hvilken nettleser og hvilke hjelpemidler du bruker.",
            ],
            points: &[],
            links: &[],
        },
        StatementSection {
            title: "Tilsyn og klage",
            paragraphs: &[
                "Uu-tilsynet i Digitaliseringsdirektoratet fører tilsyn med at kravene følges. Får du ikke en løsning hos den som har lagt ut simulatoren, kan du klage til Diskrimineringsnemnda.",
            ],
            points: &[],
            links: &[
                ("Uu-tilsynet", "https://www.uutilsynet.no/"),
                (
                    "Diskrimineringsnemnda",
                    "https://www.diskrimineringsnemnda.no/",
                ),
            ],
        },
    ],
};
