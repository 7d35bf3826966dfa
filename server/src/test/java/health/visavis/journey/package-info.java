/// People's paths through the running application, in a real browser.
///
/// The application is the real one: its main class in a process of its own with the one-machine edition on
/// random ports and empty folders, started once for all journeys. Each person is a browser context of its own,
/// with a made-up camera and microphone.
///
/// Whether a page is accessible and fits a phone is asked at each stop of the tour through every page; a journey asks
/// where it comes into a state that the tour has no stop for.
///
/// ```
/// journey ─▶ Person (browser context) ─▶ Chromium ─▶ Instance (process) ─▶ PostgreSQL, sign-in
///               └─ watches: console, scripts' errors, axe, width, weight
/// ```
@NullMarked
package health.visavis.journey;

import org.jspecify.annotations.NullMarked;
