//! The first steps of a new shop: what is done, and what is best done next.

use super::usaha::ShopState;

/// A step on the way to the first sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Correct what the officer asked for.
    Correct,
    /// Offer a way to receive.
    Delivery,
    /// Offer a way to pay.
    Payment,
    /// Enter a product.
    Product,
    /// Show it in a picture.
    Picture,
    /// Show it to shoppers.
    Publish,
    /// Be admitted by an officer: the owner waits.
    Approval,
}

/// What is known of a shop, as far as the steps ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// The shop's state.
    pub state: ShopState,
    /// Whether an officer asked for something.
    pub asked: bool,
    /// Whether buyers can receive.
    pub delivers: bool,
    /// Whether buyers can pay.
    pub is_paid: bool,
    /// Products that are not archived.
    pub products: i64,
    /// Of these, with a picture.
    pub pictured: i64,
    /// Of these, published.
    pub published: i64,
}

impl Facts {
    /// The steps in their order, and whether each is done.
    pub fn steps(self) -> Vec<(Step, bool)> {
        let correct = self.state == ShopState::Pending && self.asked;
        let always = [
            (Step::Delivery, self.delivers),
            (Step::Payment, self.is_paid),
            (Step::Product, self.products > 0),
            (Step::Picture, self.pictured > 0),
            (Step::Publish, self.published > 0),
            (Step::Approval, self.state == ShopState::Open),
        ];
        correct.then_some((Step::Correct, false)).into_iter().chain(always).collect()
    }

    /// What the owner does best now; `None` when everything is done or the officer's turn.
    pub fn next(self) -> Option<Step> {
        self.steps().into_iter().find(|(step, done)| !done && *step != Step::Approval).map(|(step, _)| step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_step_is_the_first_that_is_open() {
        let done = Facts {
            state: ShopState::Open,
            asked: false,
            delivers: true,
            is_paid: true,
            products: 2,
            pictured: 1,
            published: 1,
        };
        assert_eq!(done.next(), None);
        assert!(done.steps().iter().all(|(_, done)| *done));
        for (facts, expected) in [
            (Facts { state: ShopState::Pending, asked: true, products: 0, ..done }, Some(Step::Correct)),
            (Facts { delivers: false, is_paid: false, ..done }, Some(Step::Delivery)),
            (Facts { is_paid: false, products: 0, ..done }, Some(Step::Payment)),
            (Facts { products: 0, pictured: 0, published: 0, ..done }, Some(Step::Product)),
            (Facts { pictured: 0, published: 0, ..done }, Some(Step::Picture)),
            (Facts { published: 0, ..done }, Some(Step::Publish)),
            // Everything is done: now the officer looks at it.
            (Facts { state: ShopState::Pending, ..done }, None),
            (Facts { state: ShopState::Suspended, asked: true, ..done }, None),
        ] {
            assert_eq!(facts.next(), expected, "{facts:?}");
        }
    }
}
