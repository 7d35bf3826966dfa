/// Signing in at a real Keycloak, for `./visavis proof sign-in`: the outside check that the application speaks OpenID
/// Connect and not the dialect of its own provider.
@NullMarked
package health.visavis.provider;

import org.jspecify.annotations.NullMarked;
