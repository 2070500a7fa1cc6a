//! What a person does to a page: clicks, keys, sliders, fields.

use std::time::Duration;

use thirtyfour::action_chain::ActionChain;
use thirtyfour::{Key, TypingData, WebElement};

use crate::Page;

/// A slider's limits and where it stands.
struct Slider {
    min: f64,
    max: f64,
    step: f64,
    value: f64,
}

impl Page {
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.ask(&format!("scroll to {selector}"), element.scroll_into_view());
        self.ask(&format!("click {selector}"), element.click());
    }

    /// Gives an element the focus and presses keys there: text, or `Key::Down + Key::Enter`.
    #[track_caller]
    pub fn press(&self, selector: &str, keys: impl Into<TypingData>) {
        let element = self.element(selector);
        self.ask(&format!("focus {selector}"), element.focus());
        let keys = self.hand().send_keys(keys);
        self.ask(&format!("press keys in {selector}"), keys.perform());
    }

    /// Puts text in the place of what is in a field, and leaves the field.
    #[track_caller]
    pub fn fill(&self, selector: &str, text: &str) {
        let element = self.element(selector);
        self.ask(&format!("focus {selector}"), element.focus());
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
        let slider = self.slider(selector);
        let steps = ((value - slider.value) / slider.step).round();
        let key = if steps < 0.0 { Key::Left } else { Key::Right };
        let keys: String = std::iter::repeat_n(key.value(), steps.abs() as usize).collect();
        self.press(selector, keys);
        let reached = self.slider(selector).value;
        if (reached - value).abs() > slider.step / 2.0 {
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
        let slider = self.slider(selector);
        // The thumb's middle does not reach the ends of the track, by half its width, which only the style knows:
        // a second and third try correct for what it was.
        let mut aim = value;
        for _ in 0..3 {
            self.drag(selector, &element, &slider, aim);
            let reached = self.slider(selector).value;
            if (reached - value).abs() <= slider.step / 2.0 {
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

    /// Mouse and keyboard, at full speed.
    fn hand(&self) -> ActionChain {
        self.session
            .driver()
            .action_chain_with_delay(None, Some(Duration::ZERO))
    }

    #[track_caller]
    fn slider(&self, selector: &str) -> Slider {
        let number = |name: &str, otherwise: f64| {
            let text = self.attribute(selector, name);
            text.and_then(|text| text.parse().ok()).unwrap_or(otherwise)
        };
        let value = self.value(selector);
        let Ok(value) = value.parse() else {
            self.fail(&format!("{selector} is no slider: its value is {value:?}"))
        };
        Slider {
            min: number("min", 0.0),
            max: number("max", 100.0),
            step: number("step", 1.0),
            value,
        }
    }
}
