//! What was measured, beside what is allowed.

pub struct Row {
    pub name: String,
    pub measured: f64,
    pub budget: f64,
    pub unit: &'static str,
    /// What the measurement should be seen beside.
    pub beside: String,
}

impl Row {
    pub fn within_budget(&self) -> bool {
        self.measured <= self.budget
    }
}

pub fn print(rows: &[Row]) {
    println!("\n{:<42} {:>10} {:>10}", "", "measured", "budget");
    for row in rows {
        let verdict = if row.within_budget() { "ok" } else { "BROKEN" };
        let Row {
            name,
            measured,
            budget,
            unit,
            beside,
        } = row;
        println!("{name:<42} {measured:>10.2} {budget:>10.1} {unit:<3} {verdict:<7} {beside}");
    }
}
