/// A browser without a screen: cookies, redirects and forms, as far as signing in and using the pages needs
/// them. It signs in the way people do, through the sign-in provider's pages with OpenID Connect; there is no
/// back door for measurements.
@NullMarked
package health.visavis.proof.http;

import org.jspecify.annotations.NullMarked;
