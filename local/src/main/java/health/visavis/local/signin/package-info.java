/// The sign-in provider: accounts, passwords, second factors, and OpenID Connect for the application.
///
/// Spring Authorization Server in an application context of its own, on a port of its own, started before the
/// application, which knows nothing of it but an issuer. Another provider (Entra ID, Keycloak) takes its place by
/// configuration.
///
/// ```
/// GET /oauth2/authorize ─▶ /sign-in (password) ─▶ /sign-in/code (staff: one-time code) ─▶ code ─▶ POST /oauth2/token
/// ─▶ groups, amr, acr
///
/// signin.account 1 ── n signin.account_group        signin.attempt               how often a name or a code was wrong
///                                                   signin.application_address   where the application is reached
///                                                   signin.wrong_try             waits for the trail
///                                                   signin.oauth2_authorization  codes and tokens, so that sign-ins
/// survive a restart
/// ```
@NullMarked
package health.visavis.local.signin;

import org.jspecify.annotations.NullMarked;
