/// Every sentence a person reads, in every language we speak, and the choice of the language.
///
/// Texts live in `texts/<area>_en.properties` and `texts/<area>_es.properties` (UTF-8), keys are
/// `area.page.thing`. A pattern may hold `{0}` for an argument and `{0, plural, one {# visit} other {#
/// visits}}` for a count; apostrophes are ordinary letters.
///
/// The language is the signed-in person's setting, else the cookie the language switch leaves, else what the
/// browser asks for.
@NullMarked
package health.visavis.web.i18n;

import org.jspecify.annotations.NullMarked;
