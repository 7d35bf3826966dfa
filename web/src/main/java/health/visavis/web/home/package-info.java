/// The pages that belong to no area: the front page for strangers, everybody's start page, settings, help, and
/// the way in and out.
///
/// The start page is made of [HomeCard]s. Each area offers its own through a [HomeCards] bean, so this package
/// knows none of them.
@NullMarked
package health.visavis.web.home;

import org.jspecify.annotations.NullMarked;
