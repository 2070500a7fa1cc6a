//! The simulator in pages of others: each way in, and hosts that make mistakes or mean ill. The hosts are in
//! `tests/hosts/`, and stand on another site than the simulator.

mod addresses;
mod attacks;
mod code;
mod element;
mod frames;
mod hosts;
mod mistakes;
mod wordpress;
