//! Undoing and doing again.

use gevinstsimulator::scenario::History;

#[test]
fn what_was_undone_can_be_done_again_in_turn() {
    let mut history = History::default();
    let mut now = 0;
    for next in 1..=3 {
        history.remember(now);
        now = next;
    }
    let mut back = Vec::new();
    while let Ok(before) = history.undo(now) {
        back.push(before);
        now = before;
    }
    assert_eq!(back, [2, 1, 0]);
    let mut forth = Vec::new();
    while let Ok(after) = history.redo(now) {
        forth.push(after);
        now = after;
    }
    assert_eq!(forth, [1, 2, 3]);
}

#[test]
fn a_new_step_takes_the_place_of_what_was_undone() {
    let mut history = History::default();
    history.remember("before");
    assert_eq!(history.undo("undone"), Ok("before"));
    history.remember("before");
    assert_eq!(history.redo("new"), Err("new"));
    assert_eq!(history.undo("new"), Ok("before"));
}

#[test]
fn the_oldest_steps_are_forgotten_and_the_newest_kept() {
    let mut history = History::default();
    (0..1000).for_each(|step| history.remember(step));
    assert_eq!(history.undo(1000), Ok(999));
    let mut steps = 1;
    while history.undo(0).is_ok() {
        steps += 1;
    }
    assert_eq!(steps, 200);
}
