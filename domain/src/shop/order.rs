//! The states of an order at one shop: one table says who may do what when.

use crate::step::step;
use crate::words;

words! {
    /// Where an order is, as the shopper sees it.
    pub enum Status {
        /// A bank transfer is awaited; the stock is held until the deadline.
        MenungguPembayaran = "menunggu_pembayaran",
        /// Paid; the seller has not begun.
        Dibayar = "dibayar",
        /// Not paid in time; the stock is free again.
        Kedaluwarsa = "kedaluwarsa",
        /// Cancelled by someone; the reason is kept.
        Dibatalkan = "dibatalkan",
        /// Money came after the deadline or the cancellation.
        BayarTerlambat = "bayar_terlambat",
        /// The seller makes or packs it.
        Diproses = "diproses",
        /// It can be fetched at the shop.
        SiapDiambil = "siap_diambil",
        /// It is on its way.
        Dikirim = "dikirim",
        /// The buyer has it.
        Diterima = "diterima",
        /// Done.
        Selesai = "selesai",
        /// The buyer wants to return it.
        ReturDiajukan = "retur_diajukan",
        /// The seller agreed to the return.
        ReturDisetujui = "retur_disetujui",
        /// The seller refused the return.
        ReturDitolak = "retur_ditolak",
        /// The money is back with the buyer.
        DanaKembali = "dana_kembali",
    }
}

words! {
    /// Who acts on an order.
    pub enum By {
        /// The buyer.
        Pembeli = "pembeli",
        /// The seller.
        Penjual = "penjual",
        /// A deadline.
        Sistem = "sistem",
        /// An officer, in the place of either.
        Petugas = "petugas",
    }
}

words! {
    /// What is done to an order.
    pub enum Action {
        /// Money has come.
        Pay = "bayar",
        /// The deadline for payment has passed.
        Expire = "kedaluwarsa",
        /// It shall not be.
        Cancel = "batal",
        /// The seller takes late money and finds the stock again.
        Reaccept = "terima_terlambat",
        /// Money goes back.
        Refund = "dana_kembali",
        /// The seller begins.
        Accept = "terima",
        /// It is ready at the shop.
        Ready = "siap",
        /// It leaves with the courier.
        Send = "kirim",
        /// The buyer has it.
        HandOver = "serah",
        /// Nobody complained.
        Complete = "selesai",
        /// The buyer wants to return it.
        AskReturn = "ajukan_retur",
        /// The seller agrees to the return.
        ApproveReturn = "setujui_retur",
        /// The seller refuses the return.
        RefuseReturn = "tolak_retur",
    }
}

words! {
    /// How an order gets to the buyer.
    pub enum Delivery {
        /// Fetched at the shop.
        Pickup = "ambil_di_toko",
        /// Brought by the shop's own courier.
        Courier = "kurir_toko",
    }
}

words! {
    /// How an order is paid.
    pub enum Payment {
        /// In cash to the courier.
        Cod = "cod",
        /// In cash at the shop.
        AtPickup = "bayar_saat_ambil",
        /// To the shop's bank account, before it begins.
        Transfer = "transfer_bank",
    }
}

impl Payment {
    /// Whether this payment goes with this delivery: cash changes hands where the goods do.
    pub fn goes_with(self, delivery: Delivery) -> bool {
        match self {
            Payment::Cod => delivery == Delivery::Courier,
            Payment::AtPickup => delivery == Delivery::Pickup,
            Payment::Transfer => true,
        }
    }

    /// Where an order with this payment starts.
    pub fn first_status(self) -> Status {
        match self {
            Payment::Cod | Payment::AtPickup => Status::Diproses,
            Payment::Transfer => Status::MenungguPembayaran,
        }
    }
}

/// One allowed step.
pub type Step = crate::step::Step<Status, Action, By>;

const SELLER: &[By] = &[By::Penjual, By::Petugas];
const BUYER: &[By] = &[By::Pembeli, By::Petugas];
const EITHER: &[By] = &[By::Pembeli, By::Penjual, By::Petugas];
const SELLER_OR_TIME: &[By] = &[By::Penjual, By::Sistem, By::Petugas];
const ANYONE: &[By] = &[By::Pembeli, By::Penjual, By::Sistem, By::Petugas];
const TIME: &[By] = &[By::Sistem];

/// Every allowed step; what is not here is refused.
pub const STEPS: &[Step] = {
    use Action::*;
    use Status::*;
    &[
        step(MenungguPembayaran, Pay, Dibayar, SELLER),
        step(MenungguPembayaran, Expire, Kedaluwarsa, TIME),
        step(MenungguPembayaran, Cancel, Dibatalkan, EITHER),
        step(Kedaluwarsa, Pay, BayarTerlambat, SELLER),
        step(Dibatalkan, Pay, BayarTerlambat, SELLER),
        step(BayarTerlambat, Reaccept, Dibayar, SELLER),
        step(BayarTerlambat, Refund, DanaKembali, SELLER),
        step(Dibayar, Accept, Diproses, SELLER),
        step(Dibayar, Cancel, Dibatalkan, ANYONE),
        step(Diproses, Accept, Diproses, SELLER),
        step(Diproses, Ready, SiapDiambil, SELLER),
        step(Diproses, Send, Dikirim, SELLER),
        step(Diproses, Cancel, Dibatalkan, ANYONE),
        step(SiapDiambil, HandOver, Diterima, SELLER),
        step(SiapDiambil, Cancel, Dibatalkan, SELLER_OR_TIME),
        step(Dikirim, HandOver, Diterima, EITHER),
        step(Dikirim, Cancel, Dibatalkan, SELLER),
        step(Diterima, Complete, Selesai, ANYONE),
        step(Diterima, AskReturn, ReturDiajukan, BUYER),
        step(ReturDiajukan, ApproveReturn, ReturDisetujui, SELLER),
        step(ReturDiajukan, RefuseReturn, ReturDitolak, SELLER),
        step(ReturDisetujui, Refund, DanaKembali, SELLER),
        step(ReturDitolak, Complete, Selesai, TIME),
        step(Dibatalkan, Refund, DanaKembali, SELLER),
    ]
};

/// What an order is at the moment of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// Where it is.
    pub status: Status,
    /// How it gets to the buyer.
    pub delivery: Delivery,
    /// How it is paid.
    pub payment: Payment,
    /// Whether the money is there.
    pub paid: bool,
    /// Whether the seller has accepted it.
    pub accepted: bool,
}

/// Where `action` by `by` leads; `None` when it is not allowed.
pub fn next(now: Now, action: Action, by: By) -> Option<Status> {
    let possible = match action {
        Action::Ready => now.delivery == Delivery::Pickup,
        Action::Send => now.delivery == Delivery::Courier,
        // Once goods are being made for a paid or accepted order, its buyer asks the seller instead of cancelling.
        Action::Cancel if by == By::Pembeli => !now.accepted,
        Action::Accept => !now.accepted || now.status == Status::Dibayar,
        Action::Refund => now.paid,
        // Money is recorded once; cash is recorded with the hand-over.
        Action::Pay => !now.paid && now.payment == Payment::Transfer,
        _ => true,
    };
    let found = STEPS.iter().find(|step| step.from == now.status && step.action == action && step.by.contains(&by));
    found.filter(|_| possible).map(|step| step.to)
}

/// Everything that `by` may do now, in the order of [`Action`].
pub fn allowed(now: Now, by: By) -> Vec<Action> {
    Action::ALL.iter().copied().filter(|action| next(now, *action, by).is_some()).collect()
}

/// Whether an action must say why: the other side reads it, and an officer always accounts for what was done.
pub fn needs_reason(action: Action, by: By) -> bool {
    match by {
        By::Petugas => true,
        By::Penjual => matches!(action, Action::Cancel | Action::RefuseReturn),
        By::Pembeli => action == Action::AskReturn,
        By::Sistem => false,
    }
}

/// Whether an order in this status holds stock that is not sold yet.
pub fn holds_stock(status: Status) -> bool {
    use Status::*;
    matches!(status, MenungguPembayaran | Dibayar | Diproses | SiapDiambil | Dikirim)
}

/// What the seller does next with an order: the main button.
pub fn main_action(now: Now) -> Option<Action> {
    use Status::*;
    let action = match now.status {
        MenungguPembayaran => Action::Pay,
        Dibayar => Action::Accept,
        Diproses if !now.accepted => Action::Accept,
        Diproses if now.delivery == Delivery::Pickup => Action::Ready,
        Diproses => Action::Send,
        SiapDiambil | Dikirim => Action::HandOver,
        ReturDiajukan => Action::ApproveReturn,
        ReturDisetujui | BayarTerlambat => Action::Refund,
        Dibatalkan if now.paid => Action::Refund,
        _ => return None,
    };
    next(now, action, By::Penjual).map(|_| action)
}

/// Who has to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The buyer.
    Buyer,
    /// The shop.
    Shop,
    /// Nobody any more, or nobody must.
    Nobody,
}

/// Whose turn it is.
pub fn turn(now: Now) -> Turn {
    use Status::*;
    match now.status {
        MenungguPembayaran | SiapDiambil => Turn::Buyer,
        Dibayar | Diproses | Dikirim | BayarTerlambat | ReturDiajukan | ReturDisetujui => Turn::Shop,
        Dibatalkan if now.paid => Turn::Shop,
        Kedaluwarsa | Dibatalkan | Diterima | Selesai | ReturDitolak | DanaKembali => Turn::Nobody,
    }
}

words! {
    /// A drawer of the seller's orders: every order lies in exactly one.
    pub enum Tab {
        /// To be accepted.
        New = "baru",
        /// A transfer is awaited.
        Unpaid = "bayar",
        /// Being made or packed.
        Making = "proses",
        /// Ready at the shop, or on its way.
        Going = "kirim",
        /// A return to answer, or money to give back.
        Back = "kembali",
        /// The buyer has it.
        Done = "selesai",
        /// It will not be.
        Off = "batal",
    }
}

impl Tab {
    /// The drawer of an order.
    pub fn of(now: Now) -> Self {
        use Status::*;
        match now.status {
            MenungguPembayaran => Tab::Unpaid,
            Dibayar => Tab::New,
            Diproses if !now.accepted => Tab::New,
            Diproses => Tab::Making,
            SiapDiambil | Dikirim => Tab::Going,
            BayarTerlambat | ReturDiajukan | ReturDisetujui => Tab::Back,
            Dibatalkan if now.paid => Tab::Back,
            Diterima | Selesai | ReturDitolak => Tab::Done,
            Kedaluwarsa | Dibatalkan | DanaKembali => Tab::Off,
        }
    }
}

/// How long each waiting may last. Hours; how long for a payment is configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadlines {
    /// For a bank transfer of a guest: who cannot be asked why holds goods for a shorter time.
    pub pay_guest: i64,
    /// For a bank transfer of an account.
    pub pay_account: i64,
    /// For the seller to begin.
    pub accept: i64,
    /// For the seller to have it ready or to send it, from the acceptance: a reminder only.
    pub ship: i64,
    /// For the buyer to fetch it; then it is taken for not wanted.
    pub pickup: i64,
    /// After the hand-over, for a complaint.
    pub complete: i64,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self { pay_guest: 12, pay_account: 24, accept: 48, ship: 48, pickup: 7 * 24, complete: 72 }
    }
}

impl Deadlines {
    /// For a bank transfer: so long an order holds its goods without being paid.
    pub const fn pay(&self, has_account: bool) -> i64 {
        if has_account { self.pay_account } else { self.pay_guest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now(status: Status, delivery: Delivery) -> Now {
        Now { status, delivery, payment: Payment::Transfer, paid: false, accepted: false }
    }

    /// Every state an order can be in.
    fn all_nows() -> impl Iterator<Item = Now> {
        let flags = [(false, false), (false, true), (true, false), (true, true)];
        Status::ALL.iter().flat_map(move |status| {
            Delivery::ALL.iter().flat_map(move |delivery| {
                Payment::ALL.iter().flat_map(move |payment| {
                    flags.map(|(paid, accepted)| Now {
                        status: *status,
                        delivery: *delivery,
                        payment: *payment,
                        paid,
                        accepted,
                    })
                })
            })
        })
    }

    /// Every status x action x actor: allowed exactly where the table of the specification says so.
    #[test]
    fn only_the_steps_of_the_table_are_allowed() {
        for status in Status::ALL {
            for action in Action::ALL {
                for by in By::ALL {
                    for delivery in Delivery::ALL {
                        let listed =
                            STEPS.iter().any(|s| s.from == *status && s.action == *action && s.by.contains(by));
                        let fits = match action {
                            Action::Ready => *delivery == Delivery::Pickup,
                            Action::Send => *delivery == Delivery::Courier,
                            Action::Refund => false,
                            _ => true,
                        };
                        let allowed = next(now(*status, *delivery), *action, *by).is_some();
                        assert_eq!(allowed, listed && fits, "{status} {action} {by} {delivery}");
                    }
                }
            }
        }
    }

    #[test]
    fn no_step_stands_twice_and_no_order_is_stuck() {
        for (index, step) in STEPS.iter().enumerate() {
            assert!(STEPS[index + 1..].iter().all(|other| (other.from, other.action) != (step.from, step.action)));
        }
        let ends = [Status::Selesai, Status::DanaKembali, Status::Kedaluwarsa, Status::Dibatalkan];
        for status in Status::ALL.iter().filter(|status| !ends.contains(status)) {
            assert!(STEPS.iter().any(|step| step.from == *status && step.to != *status), "{status} leads nowhere");
        }
    }

    #[test]
    fn a_buyer_cancels_only_until_the_seller_has_accepted() {
        let fresh = now(Status::Diproses, Delivery::Courier);
        assert_eq!(next(fresh, Action::Cancel, By::Pembeli), Some(Status::Dibatalkan));
        let accepted = Now { accepted: true, ..fresh };
        assert_eq!(next(accepted, Action::Cancel, By::Pembeli), None);
        assert_eq!(next(accepted, Action::Cancel, By::Penjual), Some(Status::Dibatalkan));
    }

    #[test]
    fn money_goes_back_only_if_it_came() {
        let cancelled = now(Status::Dibatalkan, Delivery::Courier);
        assert_eq!(next(cancelled, Action::Refund, By::Penjual), None);
        assert_eq!(next(Now { paid: true, ..cancelled }, Action::Refund, By::Penjual), Some(Status::DanaKembali));
        assert_eq!(next(Now { paid: true, ..cancelled }, Action::Pay, By::Penjual), None);
    }

    #[test]
    fn a_transfer_is_recorded_and_cash_is_not() {
        for payment in Payment::ALL {
            let late = Now { payment: *payment, ..now(Status::Dibatalkan, Delivery::Pickup) };
            assert_eq!(next(late, Action::Pay, By::Penjual).is_some(), *payment == Payment::Transfer);
        }
    }

    #[test]
    fn what_the_seller_is_asked_to_do_is_allowed_and_lies_where_it_is_looked_for() {
        for now in all_nows() {
            if let Some(action) = main_action(now) {
                assert!(allowed(now, By::Penjual).contains(&action), "{now:?}");
                // What is done or off asks for nothing, but late money may still come for what is off.
                assert!(!matches!(Tab::of(now), Tab::Done | Tab::Off), "{now:?}");
            }
            // Only money that came can go back.
            let unpaid = matches!(now.status, Status::ReturDisetujui | Status::BayarTerlambat) && !now.paid;
            if turn(now) == Turn::Shop && !unpaid {
                assert!(main_action(now).is_some(), "{now:?} waits for the shop, which can do nothing");
            }
        }
    }

    #[test]
    fn a_reason_is_asked_where_the_other_side_loses_something() {
        assert!(needs_reason(Action::Cancel, By::Penjual) && !needs_reason(Action::Cancel, By::Pembeli));
        assert!(needs_reason(Action::RefuseReturn, By::Penjual) && needs_reason(Action::AskReturn, By::Pembeli));
        assert!(Action::ALL.iter().all(|action| needs_reason(*action, By::Petugas)));
        assert!(!Action::ALL.iter().any(|action| needs_reason(*action, By::Sistem)));
    }

    #[test]
    fn cash_changes_hands_where_the_goods_do() {
        assert!(Payment::Cod.goes_with(Delivery::Courier) && !Payment::Cod.goes_with(Delivery::Pickup));
        assert!(Payment::AtPickup.goes_with(Delivery::Pickup) && !Payment::AtPickup.goes_with(Delivery::Courier));
        assert!(Payment::Transfer.goes_with(Delivery::Pickup) && Payment::Transfer.goes_with(Delivery::Courier));
    }
}
