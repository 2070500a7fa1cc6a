//! What was before, for undoing, and what was undone, for doing it again.

/// The past and the future of something.
#[derive(Clone, Debug)]
pub struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self {
            past: Vec::new(),
            future: Vec::new(),
        }
    }
}

/// Steps that are remembered: more than anybody takes back, and little memory.
const LONGEST: usize = 200;

impl<T> History<T> {
    /// Remembers what was before a new step. What had been undone cannot be done again.
    pub fn remember(&mut self, before: T) {
        if self.past.len() == LONGEST {
            self.past.remove(0);
        }
        self.past.push(before);
        self.future.clear();
    }

    /// What was before, in exchange for what is now.
    pub fn undo(&mut self, now: T) -> Result<T, T> {
        exchange(&mut self.past, &mut self.future, now)
    }

    /// What was undone last, in exchange for what is now.
    pub fn redo(&mut self, now: T) -> Result<T, T> {
        exchange(&mut self.future, &mut self.past, now)
    }

    /// Changes all that was and will be.
    pub fn for_each(&mut self, change: impl FnMut(&mut T)) {
        self.past
            .iter_mut()
            .chain(&mut self.future)
            .for_each(change);
    }

    /// What was before the last step.
    pub fn last(&self) -> Option<&T> {
        self.past.last()
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

/// Takes the last of one side and puts what is now on the other; gives it back where there is none.
fn exchange<T>(from: &mut Vec<T>, to: &mut Vec<T>, now: T) -> Result<T, T> {
    match from.pop() {
        Some(other) => {
            to.push(now);
            Ok(other)
        }
        None => Err(now),
    }
}
