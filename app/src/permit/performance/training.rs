//! How many people training reached: by subject, and by where they are from.

use std::sync::Arc;

use domain::permit::figures::{Told, tell};
use leptos::prelude::*;
use platform::Platform;
use platform::db::DbError;
use platform::permit::Period;
use platform::reference::Reference;
use platform::training::{TrainingCategory, TrainingFigures, list_training_categories, training_figures};

use super::parts::{alone, count, fig};
use crate::html::IntoHtml;
use crate::text::{FigureText, Lang};
use crate::ui::Icon;

/// What is told of training.
pub(super) struct Training {
    /// The figures.
    pub counted: Arc<TrainingFigures>,
    /// The categories with their names.
    pub categories: Vec<TrainingCategory>,
    /// The names of kecamatan.
    pub reference: Arc<Reference>,
}

impl Training {
    /// Counts a period.
    pub async fn load(platform: &Platform, period: &Period) -> Result<Self, DbError> {
        Ok(Self {
            counted: training_figures(platform, period).await?,
            categories: list_training_categories(platform).await?,
            reference: platform.reference().await?.clone(),
        })
    }

    /// What is told of the people of each kecamatan where anybody is from, by name.
    pub fn places(&self) -> Vec<(String, Told)> {
        let counts: Vec<u64> = self.counted.kecamatan.values().copied().collect();
        let name = |code: &String| self.reference.kecamatan_name(code).to_owned();
        let mut places: Vec<_> = self.counted.kecamatan.keys().map(name).zip(tell(&counts)).collect();
        places.sort_by(|one, other| one.0.cmp(&other.0));
        places
    }

    /// Classes, and what is told of their people, of each subject that was taught.
    pub fn subjects(&self, t: Lang) -> Vec<(String, u64, Told)> {
        let counts: Vec<u64> = self.counted.categories.values().map(|(_, present)| *present).collect();
        let name = |slug: &String| {
            let found = self.categories.iter().find(|category| category.slug == *slug);
            found.map_or(slug.clone(), |category| match t {
                Lang::Id => category.name_id.clone(),
                Lang::En => category.name_en.clone(),
            })
        };
        let classes = self.counted.categories.iter().map(|(slug, (classes, _))| (name(slug), *classes));
        classes.zip(tell(&counts)).map(|((name, classes), told)| (name, classes, told)).collect()
    }
}

/// The section; nothing before the first class of the period is over.
pub(super) fn training(training: &Training, t: Lang) -> Option<AnyView> {
    let counted = &training.counted;
    if counted.classes == 0 {
        return None;
    }
    let subjects = training.subjects(t).into_iter().map(|(name, classes, told)| {
        view! { <tr><th scope="row">{name}</th><td>{classes}</td><td>{count(told)}</td></tr> }
    });
    let places = training.places().into_iter().map(|(name, told)| {
        view! { <tr><th scope="row">{name}</th><td>{count(told)}</td></tr> }
    });
    Some(
        view! {
            <section class="stack" aria-labelledby="j-pelatihan">
                <h2 id="j-pelatihan">{t.figure_training()}</h2>
                <div class="figs__row">
                    {fig(t.figure_classes(), counted.classes.to_string(), None)}
                    {fig(t.figure_present(), alone(counted.present), None)}
                    {fig(t.figure_certificates(), alone(counted.certificates), None)}
                </div>
                <div class="card stack stack--2">
                    <h3 class="h3">{t.figure_subjects()}</h3>
                    <table class="plain">
                        <thead><tr><th scope="col">{t.column_subject()}</th><th scope="col">{t.figure_classes()}</th><th scope="col">{t.figure_present()}</th></tr></thead>
                        <tbody>{subjects.collect_view()}</tbody>
                    </table>
                    <details class="fold">
                        <summary>{t.figure_places()}<Icon name="chevron-down"/></summary>
                        <table class="plain">
                            <thead><tr><th scope="col">{t.column_place()}</th><th scope="col">{t.figure_present()}</th></tr></thead>
                            <tbody>{places.collect_view()}</tbody>
                        </table>
                    </details>
                </div>
            </section>
        }
        .into_html(),
    )
}
