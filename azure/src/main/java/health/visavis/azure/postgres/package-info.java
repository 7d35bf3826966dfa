/// Sign-in to Azure Database for PostgreSQL by identity: the password of a connection is a token of Entra.
///
/// ```
/// pools (application, migrations) ── a new connection ──▶ EntraPassword ─▶ PostgreSQL, over TLS
///                                                                 └─▶ DatabaseToken ─▶ entra, every hour
/// ```
///
/// The word `migrate` makes the users first (DatabaseUsers), as an administrator of the server by Entra.
@NullMarked
package health.visavis.azure.postgres;

import org.jspecify.annotations.NullMarked;
