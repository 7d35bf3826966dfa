/// Sign-in by OpenID Connect (authorization code with PKCE), what a stranger may reach, and the headers every
/// answer carries.
///
/// The application knows no password and no account: a provider says issuer, subject, groups and how somebody
/// signed in; `people` says whom that belongs to; [SignedIn] is what a session keeps of it.
@NullMarked
package health.visavis.web.security;

import org.jspecify.annotations.NullMarked;
