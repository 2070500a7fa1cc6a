//! What a person does to a page: clicks, keys, sliders, fields.

use std::path::Path;
use std::time::Duration;

use serde_json::json;
use thirtyfour::action_chain::ActionChain;
use thirtyfour::{Key, TypingData, WebElement};

use crate::{Engine, Page};

/// A slider's limits and where it stands.
struct Slider {
    min: f64,
    max: f64,
    /// None if any value will do.
    step: Option<f64>,
    value: f64,
}

impl Page {
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.ask(&format!("scroll to {selector}"), element.scroll_into_view());
        self.ask(&format!("click {selector}"), element.click());
    }

    /// Chooses a file in a file field.
    #[track_caller]
    pub fn upload(&self, selector: &str, path: &Path) {
        let element = self.element(selector);
        let chosen = element.send_keys(path.to_string_lossy().into_owned());
        self.ask(&format!("choose a file in {selector}"), chosen);
    }

    /// Gives an element the focus. In a frame of another site WebKit lets a script do so only when a visitor has done
    /// something.
    #[track_caller]
    fn focus(&self, selector: &str) {
        let element = self.element(selector);
        let what = format!("focus {selector}");
        self.ask(&what, element.focus());
        let refused = "return document.activeElement == document.body";
        if self.engine() == Engine::WebKit && self.js(refused) == true {
            self.keys(Key::Shift.value().to_string());
            self.ask(&what, element.focus());
        }
    }

    /// Gives an element the focus and presses keys there: text, or `Key::Down + Key::Enter`.
    #[track_caller]
    pub fn press(&self, selector: &str, keys: impl Into<TypingData>) {
        self.focus(selector);
        let keys = self.hand().send_keys(keys);
        self.ask(&format!("press keys in {selector}"), keys.perform());
    }

    /// Presses keys where the focus is.
    #[track_caller]
    pub fn keys(&self, keys: impl Into<TypingData>) {
        let keys = self.hand().send_keys(keys);
        self.ask("press keys", keys.perform());
    }

    /// Presses a key in an element while others are held.
    #[track_caller]
    pub fn press_with(&self, selector: &str, held: &[Key], key: &str) {
        self.focus(selector);
        self.keys_with(held, key);
    }

    /// Presses a key where the focus is while others are held.
    #[track_caller]
    pub fn keys_with(&self, held: &[Key], key: &str) {
        let down = held
            .iter()
            .fold(self.hand(), |hand, key| hand.key_down(key.clone()));
        let pressed = down.send_keys(key);
        let up = held
            .iter()
            .fold(pressed, |hand, key| hand.key_up(key.clone()));
        self.ask(&format!("press {key} with {held:?}"), up.perform());
    }

    /// Puts text in the place of what is in a field, and leaves the field.
    #[track_caller]
    pub fn fill(&self, selector: &str, text: &str) {
        self.focus(selector);
        let hand = self
            .hand()
            .key_down(Key::Control)
            .send_keys("a")
            .key_up(Key::Control);
        let hand = hand.send_keys(Key::Delete + text + Key::Tab);
        self.ask(&format!("type in {selector}"), hand.perform());
    }

    /// Moves a range input by the arrow keys. The value must be one that its steps reach.
    #[track_caller]
    pub fn slide_by_keyboard(&self, selector: &str, value: f64) {
        let slider = self.slider_for(selector, value);
        let key = if value < slider.value {
            Key::Left
        } else {
            Key::Right
        };
        if slider.step.is_none() && value != slider.value {
            // Between two steps: the first key leads to one of them.
            self.press(selector, key);
        }
        let Slider {
            value: now, step, ..
        } = self.slider(selector);
        let step = step.unwrap_or(1.0);
        let key = if value < now { Key::Left } else { Key::Right };
        let times = ((value - now) / step).abs().round() as usize;
        self.press(selector, String::from_iter(vec![key.value(); times]));
        let reached = self.slider(selector).value;
        if (reached - value).abs() > step / 2.0 {
            self.fail(&format!(
                "the arrow keys bring {selector} to {reached}, not to {value}"
            ));
        }
    }

    /// Drags a range input's thumb as near to the value as the mouse can. Gives the value where it ended.
    #[track_caller]
    pub fn slide_by_mouse(&self, selector: &str, value: f64) -> f64 {
        let element = self.element(selector);
        self.ask(&format!("scroll to {selector}"), element.scroll_into_view());
        let slider = self.slider_for(selector, value);
        // The thumb's middle does not reach the ends of the track, by half its width, which only the style knows:
        // further tries correct for what it was.
        let mut aim = value;
        for _ in 0..6 {
            self.drag(selector, &element, &slider, aim);
            let reached = self.slider(selector).value;
            if (reached - value).abs() <= slider.step.unwrap_or(0.0) / 2.0 {
                return reached;
            }
            aim = (aim + value - reached).clamp(slider.min, slider.max);
        }
        self.slider(selector).value
    }

    /// From where the thumb stands to where it should go, in one movement of the mouse.
    #[track_caller]
    fn drag(&self, selector: &str, element: &WebElement, slider: &Slider, aim: f64) {
        let width = self
            .ask(&format!("measure {selector}"), element.rect())
            .width;
        // Offsets of the mouse are from the element's middle.
        let offset = |value: f64| {
            let share = (value - slider.min) / (slider.max - slider.min);
            ((share - 0.5) * (width - 2.0)).round() as i64
        };
        let now = self.slider(selector).value;
        let movement = self
            .hand()
            .move_to_element_with_offset(element, offset(now), 0)
            .click_and_hold()
            .move_to_element_with_offset(element, offset((now + aim) / 2.0), 0)
            .move_to_element_with_offset(element, offset(aim), 0)
            .release();
        self.ask(&format!("drag {selector}"), movement.perform());
    }

    /// Brings the mouse to a point in the window, its button as it was.
    #[track_caller]
    pub fn move_mouse(&self, to: [f64; 2]) {
        self.mouse.set((to, self.mouse.get().1));
        let [x, y] = to.map(|side| side.round() as i64);
        self.use_mouse("mouseMoved", |hand| hand.move_to(x, y));
    }

    /// Presses the mouse's button at a point in the window, and holds it.
    #[track_caller]
    pub fn hold_mouse(&self, at: [f64; 2]) {
        self.move_mouse(at);
        self.mouse.set((at, true));
        self.use_mouse("mousePressed", ActionChain::click_and_hold);
    }

    /// Lets the mouse's button go where the mouse is.
    #[track_caller]
    pub fn release_mouse(&self) {
        self.mouse.set((self.mouse.get().0, false));
        self.use_mouse("mouseReleased", ActionChain::release);
    }

    /// Does something with the mouse. Chromium's driver forgets from one movement to the next that its button is held:
    /// there it is told by `what`.
    #[track_caller]
    fn use_mouse(&self, what: &str, action: impl FnOnce(ActionChain) -> ActionChain) {
        if self.engine() != Engine::Chromium {
            let hand = action(self.hand());
            self.ask(what, hand.perform());
            return;
        }
        let ([x, y], held) = self.mouse.get();
        let button = match held || what != "mouseMoved" {
            true => "left",
            false => "none",
        };
        self.cdp(
            "Input.dispatchMouseEvent",
            json!({"type": what, "x": x, "y": y, "button": button, "buttons": i32::from(held), "clickCount": 1}),
        );
    }

    /// Mouse and keyboard, at full speed.
    fn hand(&self) -> ActionChain {
        self.session
            .driver()
            .action_chain_with_delay(None, Some(Duration::ZERO))
    }

    /// The slider, if the value is within its limits.
    #[track_caller]
    fn slider_for(&self, selector: &str, value: f64) -> Slider {
        let slider = self.slider(selector);
        if (slider.min..=slider.max).contains(&value) {
            return slider;
        }
        let Slider { min, max, .. } = slider;
        self.fail(&format!(
            "{selector} goes from {min} to {max}, not to {value}"
        ))
    }

    #[track_caller]
    fn slider(&self, selector: &str) -> Slider {
        let number = |name: &str| {
            self.attribute(selector, name)
                .and_then(|text| text.parse().ok())
        };
        let value = self.value(selector);
        let Ok(value) = value.parse() else {
            self.fail(&format!("{selector} is no slider: its value is {value:?}"))
        };
        let step = match self.attribute(selector, "step") {
            Some(_) => number("step"),
            None => Some(1.0),
        };
        let (min, max) = (number("min").unwrap_or(0.0), number("max").unwrap_or(100.0));
        Slider {
            min,
            max,
            step,
            value,
        }
    }
}
