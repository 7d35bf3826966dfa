/// PostgreSQL 18 as a server process of this machine, its data kept between runs and its durable settings on.
///
/// ```
/// <data>/visavis-data.properties   who wrote this folder, and with which version
/// <data>/visavis.lock              locked while a Visavis uses the folder
/// <data>/postgres/                 the cluster: database visavis, roles visavis_owner, visavis_app, visavis_signin,
///                                  visavis_turn
/// ```
/// The server is a daemon of its own, so a crash of ours leaves it running: the next start finds it by
/// `postmaster.pid` and takes it over.
@NullMarked
package health.visavis.local.postgres;

import org.jspecify.annotations.NullMarked;
