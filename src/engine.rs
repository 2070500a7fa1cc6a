//! The rooms that calculate, as a crate of their own (`engine/Cargo.toml`): the page is compiled to be small, these
//! two to be fast. The library shows them as `gevinstsimulator::model` and `gevinstsimulator::uncertainty`.

pub mod model;
pub mod uncertainty;
