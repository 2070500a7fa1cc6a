//! Workbooks, calculated anew by LibreOffice.

use super::{SOLUTIONS, file, set};
use gevinstsimulator::export::workbook::workbook;
use gevinstsimulator::figure::Context;
use gevinstsimulator::model::{Curve, Irr, Kind, Results};
use gevinstsimulator::scenario::Scenario;
use gevinstsimulator::solution::{Language, Solution, read};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A workbook, and what the model says of the scenario that it should calculate.
struct Written {
    name: String,
    bytes: Vec<u8>,
    solution: Solution,
    scenario: Scenario,
    results: Results,
}

impl Written {
    fn new(id: &str, what: &str, choose: impl Fn(&mut Scenario, &Solution)) -> Self {
        let solution = read(&file(id)).unwrap();
        let mut scenario = Scenario::new(&solution);
        choose(&mut scenario, &solution);
        let results = scenario.results(&solution).unwrap();
        let context = Context {
            language: Language::Nb,
            solution: &solution,
            scenario: &scenario,
            results: &results,
            found: None,
            compared: None,
        };
        let bytes = workbook(context, None);
        Self {
            name: format!("{id}-{what}"),
            bytes,
            solution,
            scenario,
            results,
        }
    }

    /// The workbook of the file's own figures, in which an analyst then writes others.
    fn changed_by_hand(id: &str) -> Self {
        let mut written = Self::new(id, "by-hand", |_, _| {});
        let mut cells = vec![("curve", "linear".to_owned())];
        for (parameter, value) in [
            ("reach", 0.37),
            ("horizon", 12.0),
            ("delay", 2.0),
            ("discount_rate", 0.07),
            ("optimism", 0.9),
        ] {
            set(&mut written.scenario, &written.solution, parameter, value);
            cells.push((parameter, value.to_string()));
        }
        let Written {
            scenario, solution, ..
        } = &mut written;
        scenario.set_curve(solution, Curve::Linear).unwrap();
        written.results = scenario.results(solution).unwrap();
        written.bytes = with_cells(&written.bytes, &cells);
        written
    }
}

/// The workbook with other contents in the cells of these names.
fn with_cells(workbook: &[u8], cells: &[(&str, String)]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut parts: BTreeMap<String, String> = BTreeMap::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        parts.insert(part.name().unwrap().into_owned(), text);
    }
    let names = parts["xl/workbook.xml"].clone();
    let sheet = parts.get_mut("xl/worksheets/sheet1.xml").unwrap();
    for (name, content) in cells {
        let cell = between(&names, &format!("<definedName name=\"{name}\">"), "<");
        let cell = cell.rsplit_once('!').unwrap().1.replace('$', "");
        let start = sheet.find(&format!("<c r=\"{cell}\"")).unwrap();
        let end = start + sheet[start..].find("</c>").unwrap();
        let style = between(&sheet[start..end], " s=\"", "\"").to_owned();
        let kind = match content.parse::<f64>() {
            Ok(_) => "",
            Err(_) => " t=\"str\"",
        };
        let written = format!("<c r=\"{cell}\" s=\"{style}\"{kind}><v>{content}</v>");
        sheet.replace_range(start..end, &written);
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in &parts {
        archive
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[track_caller]
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let Some((_, rest)) = text.split_once(before) else {
        panic!("{before} is not in {text:.2000}");
    };
    rest.split_once(after).unwrap().0
}

/// Makes LibreOffice calculate every cell of a file that it opens, whatever the file says that the cell came to.
const ALWAYS_CALCULATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// All sheets as text with every digit, separated by commas: the last number says which sheets, and −1 is all.
const EVERY_DIGIT: &str =
    "csv:Text - txt - csv (StarCalc):44,34,UTF8,1,,0,false,false,false,false,false,-1";

/// Has LibreOffice calculate the workbooks; gives the folder with a file for each of their sheets.
fn calculated(workbooks: &[Written], folder: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let _ = fs::remove_dir_all(&folder);
    let profile = folder.join("profile");
    fs::create_dir_all(profile.join("user")).unwrap();
    fs::write(
        profile.join("user/registrymodifications.xcu"),
        ALWAYS_CALCULATE,
    )
    .unwrap();
    let mut office = Command::new("soffice");
    office
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", EVERY_DIGIT, "--outdir"])
        .arg(&folder);
    for written in workbooks {
        let file = folder.join(format!("{}.xlsx", written.name));
        fs::write(&file, &written.bytes).unwrap();
        office.arg(file);
    }
    let done = office
        .output()
        .expect("LibreOffice (soffice) is on the PATH");
    assert!(done.status.success(), "{done:?}");
    folder
}

/// The rows of a sheet by what stands in their second column.
fn rows(folder: &Path, workbook: &str, sheet: &str) -> BTreeMap<String, Vec<String>> {
    let file = folder.join(format!("{workbook}-{sheet}.csv"));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_path(&file)
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| (row[1].to_owned(), row.iter().map(str::to_owned).collect()))
        .collect()
}

#[track_caller]
fn agree(calculated: &str, model: f64, what: &str) {
    let (digits, unit) = match calculated.strip_suffix('%') {
        Some(digits) => (digits, 0.01),
        None => (calculated, 1.0),
    };
    let Ok(number) = digits.parse::<f64>().map(|number| number * unit) else {
        panic!("{what}: «{calculated}», and {model} in the model");
    };
    let distance = (number - model).abs();
    // Sums of kroner are to be right to a millionth of one where they are nought.
    assert!(
        distance <= 1e-9 * model.abs().max(1e-3),
        "{what}: {number}, and {model} in the model"
    );
}

/// Every result and every yearly line of a workbook is the model's.
#[track_caller]
fn all_agree(folder: &Path, written: &Written) {
    let Written {
        name,
        solution,
        scenario,
        results,
        ..
    } = written;
    let found = rows(folder, name, "Resultater");
    let now = |key: &str| found[key][3].as_str();
    let e = &results.evaluation;
    let saving = results.annual_saving_at_full_effect;
    for (key, model) in [
        ("npv", results.npv),
        ("annual_saving_at_full_effect_net", saving.net),
        ("annual_saving_at_full_effect_gross", saving.gross),
        ("peak_funding", results.peak_funding),
        ("cost_of_delay", results.cost_of_delay),
        ("npv_at_pilot", results.npv_at_pilot),
        ("pv_benefits", e.pv_benefits),
        ("pv_costs", e.pv_costs),
        ("pv_tax_financing", e.pv_tax_financing),
        ("pv_outlay", e.pv_outlay),
    ] {
        agree(now(key), model, &format!("{name}: {key}"));
    }
    for (key, model, otherwise) in [
        (
            "break_even_year",
            results.break_even_year.map(f64::from),
            "ikke i perioden",
        ),
        (
            "net_benefit_per_budget_krone",
            results.net_benefit_per_budget_krone,
            "ikke noe netto utlegg",
        ),
        (
            "irr",
            match results.irr {
                Irr::Rate(rate) => Some(rate),
                Irr::None(_) => None,
            },
            "finnes ikke",
        ),
    ] {
        match model {
            Some(model) => agree(now(key), model, &format!("{name}: {key}")),
            None => assert_eq!(now(key), otherwise, "{name}: {key}"),
        }
    }
    let kinds = || solution.plan.benefits.iter();
    if kinds().any(|stream| matches!(stream.kind, Kind::Time { .. })) {
        let freed = results.person_years_at_full_effect;
        agree(now("person_years_at_full_effect"), freed, name);
    }
    if kinds().any(|stream| stream.kind == Kind::Emissions) {
        let cut = kinds().filter(|stream| stream.kind == Kind::Emissions);
        let each = cut.map(|stream| solution.plan.quantity_per_unit(stream, scenario.values()));
        let in_use = e.target * scenario.value(solution.plan.roles.adoption);
        agree(
            now("emissions_at_full_effect"),
            each.sum::<f64>() * in_use,
            name,
        );
    }
    for (actor, model) in solution.actors.iter().zip(&results.by_actor) {
        let row = &found[&actor.id];
        for (column, model) in [(3, model.paid), (4, model.gained), (5, model.net)] {
            agree(&row[column], model, &format!("{name}: {}", actor.id));
        }
    }
    let lines = rows(folder, name, "Beregning");
    let mut series = vec![
        ("completed".to_owned(), &e.completed),
        ("installed".to_owned(), &e.installed),
        ("new".to_owned(), &e.new),
        ("in_service".to_owned(), &e.in_service),
        ("in_use".to_owned(), &e.in_use),
        ("benefits".to_owned(), &e.benefits),
        ("public_cash".to_owned(), &e.public_cash),
        ("costs".to_owned(), &e.costs),
        ("public_costs".to_owned(), &e.public_costs),
        ("outlay".to_owned(), &e.outlay),
        ("tax_financing".to_owned(), &e.tax_financing),
        ("net".to_owned(), &e.net),
        ("discount_factor".to_owned(), &e.discount_factor),
        ("cumulated".to_owned(), &e.cumulated),
    ];
    series.extend(solution.cost_line_ids().into_iter().zip(&e.lines));
    let streams = solution.benefits.iter().zip(kinds()).zip(&e.values);
    let valued = streams.filter(|((_, stream), _)| stream.kind != Kind::Count);
    series.extend(valued.map(|((about, _), values)| (about.id.clone(), values)));
    for (key, model) in series {
        let cells = &lines[&key][5..];
        for (year, model) in model[..e.years].iter().enumerate() {
            agree(&cells[year], *model, &format!("{name}: {key}, year {year}"));
        }
        for beyond in &cells[e.years..] {
            agree(beyond, 0.0, &format!("{name}: {key} after the horizon"));
        }
    }
}

/// Every parameter that has a range at one of its ends.
fn at_ends(scenario: &mut Scenario, solution: &Solution, end: usize) {
    for about in &solution.parameters {
        if let Some(range) = about.range {
            set(scenario, solution, &about.id, range[end]);
        }
    }
}

#[test]
fn libreoffice_calculates_every_result_and_every_line_as_the_model_does() {
    let workbooks: Vec<Written> = SOLUTIONS
        .into_iter()
        .flat_map(|id| {
            [
                Written::new(id, "published", |_, _| {}),
                Written::new(id, "low", |scenario, solution| {
                    at_ends(scenario, solution, 0)
                }),
                Written::new(id, "high-and-long", |scenario, solution| {
                    at_ends(scenario, solution, 1);
                    let horizon = solution.plan.roles.horizon;
                    let longest = solution.parameters[horizon].bounds[1];
                    scenario.set(solution, horizon, longest).unwrap();
                }),
                Written::new(id, "linear-at-once-and-short", |scenario, solution| {
                    scenario.set_curve(solution, Curve::Linear).unwrap();
                    for (id, value) in [("ramp", 0.0), ("rollout_years", 0.0), ("horizon", 7.0)] {
                        set(scenario, solution, id, value);
                    }
                }),
                Written::new(id, "drawn-and-late", |scenario, solution| {
                    let points = vec![0.05, 0.3, 0.3, 0.75, 0.9];
                    scenario.set_curve(solution, Curve::Drawn(points)).unwrap();
                    set(scenario, solution, "delay", 2.5);
                }),
                Written::new(id, "nowhere", |scenario, solution| {
                    set(scenario, solution, "reach", 0.0);
                }),
                Written::changed_by_hand(id),
            ]
        })
        .collect();
    let folder = calculated(&workbooks, "workbooks");
    for written in &workbooks {
        all_agree(&folder, written);
    }
}

#[test]
fn a_workbook_says_what_its_formulas_come_to_before_anything_calculates() {
    let written = Written::new("sites", "published", |_, _| {});
    let mut archive = ZipArchive::new(Cursor::new(&written.bytes)).unwrap();
    let mut results = String::new();
    let mut sheet = archive.by_name("xl/worksheets/sheet3.xml").unwrap();
    sheet.read_to_string(&mut results).unwrap();
    let npv = between(&results, "<c r=\"D6\"", "</c>");
    let npv = between(npv, "<v>", "</v>");
    agree(npv, written.results.npv, "net present value");
}
