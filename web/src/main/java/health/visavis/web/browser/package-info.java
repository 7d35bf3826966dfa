/// Whether a visit can work in the browser that asks, found out before anything else is asked of the person: a page
/// inside another app has no camera, and an old browser cannot run the call.
///
/// ```
/// link of a visit ─▶ OtherBrowserFilter ─ Browsers.of(user agent) ─▶ works: on to the sign-in and the visit
///                                                               └▶ otherwise: the page that says where to open it
/// ```
@NullMarked
package health.visavis.web.browser;

import org.jspecify.annotations.NullMarked;
