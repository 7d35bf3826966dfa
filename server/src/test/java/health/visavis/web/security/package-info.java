/// What only the package itself can see of signing in, on the whole application.
@NullMarked
package health.visavis.web.security;

import org.jspecify.annotations.NullMarked;
