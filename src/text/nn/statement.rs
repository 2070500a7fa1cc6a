//! Nynorsk, in the accessibility statement.

use crate::text::{StatementSection, StatementTexts};

pub const TEXTS: StatementTexts = StatementTexts {
    title: "Tilgjengelegheitserklæring",
    intro: &[
        "Erklæringa gjeld Gevinstsimulatoren: sida for kvar løysing, oversynet over løysingane, visinga for storskjerm, og simulatoren der han er sett inn på andre nettsider.",
        "Simulatoren kan liggje på fleire nettstader. Den som har lagt han ut der du bruker han, har ansvaret for at han er universelt utforma. Offentlege verksemder skal publisere si eiga erklæring gjennom uustatus.no, og kan byggje henne på det som står her.",
    ],
    sections: &[
        StatementSection {
            title: "Status",
            paragraphs: &[
                "Simulatoren er delvis i samsvar med krava i forskrift om universell utforming av ikt-løysingar, som viser til nivå A og AA i WCAG 2.1. Han er òg vurdert mot det som er nytt på nivå A og AA i WCAG 2.2. Avvika står nedanfor.",
            ],
            points: &[],
            links: &[],
        },
        StatementSection {
            title: "Innhald som ikkje er tilgjengeleg for alle",
            paragraphs: &[],
            points: &[
                "Titlane på kjelder står på språket til kjelda, men språket er ikkje merkt i koden. Ein skjermlesar kan derfor lese engelske titlar med norsk uttale (WCAG 3.1.2, Språk på delar av innhald).",
                "Punkta som ein dreg i for å teikne si eiga kurve, er mindre enn 24 pikslar og ligg tett på ein mobil. Dei same verdiane kan flyttast med piltastane eller skrivast inn under «Skriv inn kurva som tal».",
                "På storskjerm verkar einskilde tastar (R, Q, F, Z, tala og ?), og dei kan korkje slåast av eller endrast (WCAG 2.1.4, Snøggtastar som er eitt teikn). Andre stader på sida verkar dei ikkje.",
                "Figurar som blir lagra som PNG, har inga tekstskildring i fila. Tala i dei står i tabellen under kvar figur, og figurar som blir lagra som SVG, har tittel og skildring.",
                "I WebKit, som Safari byggjer på, rullar ikkje sida alltid til feltet med lenkja når ein kjem til det med tabulatortasten på ein liten skjerm (WCAG 2.4.11, Fokus ikkje skjult).",
                "Rekneark og CSV-filer er ikkje prøvde med hjelpemiddel. Dei viktigaste tala i dei står òg på sida.",
                "Lista over lisensar er ei tekstfil på engelsk, utan overskrifter.",
            ],
            links: &[],
        },
        StatementSection {
            title: "Slik er det undersøkt",
            paragraphs: &[
                "Erklæringa byggjer på ei eigenvurdering frå 30. november 2026, og gjeld simulatoren slik han var då. Prøvene nedanfor er automatiske og blir køyrde kvar gong simulatoren blir endra.",
            ],
            points: &[
                "Verktøyet axe-core finn ingen feil på nivå A og AA, verken på bokmål, nynorsk eller engelsk: i alle visingar, med opne menyar og detaljar, ved feil, under samanlikning, på storskjerm, på utskrift og i ei ramme på ei anna side. Det er prøvd med lyse fargar på datamaskin og mørke på mobil.",
                "Alt som kan gjerast med mus, lèt seg gjere med tastatur åleine, og ein ser kvar ein er.",
                "Namn, roller og verdiar er kontrollerte i tilgjengelegheitstreet til nettlesaren. Resultatet blir lese opp som éi setning når du slepper ein glidebrytar.",
                "Sidene får plass i ei breidd på 320 pikslar og med dobbelt så stor tekst. Kontrasten er målt for alle linjer, søyler og tekstar i figurane. Rutenettet og flater som berre er til støtte, er svakare.",
                "Nesten alt er prøvd både i Chromium og i Firefox, og tastaturbruken i WebKit òg. axe-core har sett alt i Chromium og delar av det i dei to andre. Alle tre viser dei same tala.",
                "Ingen med nedsett funksjonsevne har prøvd simulatoren enno, og han er ikkje gjennomgått med ein bestemd skjermlesar.",
            ],
            links: &[],
        },
        StatementSection {
            title: "Sei frå om feil",
            paragraphs: &[
                "Er det noko som ikkje fungerer for deg, så sei frå til den som har lagt ut simulatoren. Kontaktopplysningane står på nettstaden der du fann han. Fortel gjerne kva side det gjeld, kva du ville gjere, og kva nettlesar og hjelpemiddel du bruker.",
            ],
            points: &[],
            links: &[],
        },
        StatementSection {
            title: "Tilsyn og klage",
            paragraphs: &[
                "Uu-tilsynet i Digitaliseringsdirektoratet fører tilsyn med at krava blir følgde. Får du ikkje ei løysing hos den som har lagt ut simulatoren, kan du klage til Diskrimineringsnemnda.",
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
