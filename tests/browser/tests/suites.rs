//! Every suite in one program, so that a browser can show one page after another.

mod accessibility;
mod briefs;
mod broken;
mod charts;
mod controls;
mod embed;
mod figures;
mod first_paint;
mod hosting;
mod languages;
mod offline;
mod one_file;
mod page;
mod scenarios;
mod solutions;
mod stage;
mod take_along;
mod to_the_last_bit;
mod trust;
