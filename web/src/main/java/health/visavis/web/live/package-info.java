/// The WebSocket `/live`: one connection per open page, JSON both ways.
///
/// ```
/// page ─▶ {"type":"subscribe","topic":"thread:…","since":12}   LiveTopicGuard asks access, then the topic's events
/// follow
///         {"type":"unsubscribe","topic":"thread:…"}
///         {"type":"ping"}
///         {"type":"<kind>", …}                                  LiveCommand of that kind
/// page ◀─ {"type":"subscribed","topic":…,"seq":12}
///         {"type":"event","topic":…,"seq":13,"kind":…,"at":…,"data":{…}}   data drawn for this viewer by a
/// LiveEventView
///         {"type":"gap","topic":…,"seq":90}                     older events are no longer kept: draw the page anew
///         {"type":"refused","topic":…}  {"type":"error","reason":…}  {"type":"pong"}
/// ```
///
/// Closes with 4401 when the session has ended, 1013 when the page does not read fast enough (it comes back and
/// resumes), 1008 when it floods, 1009 over 64 KB, 1001 when this instance stops. Neither coming in
/// nor traffic extends the session: the page of an ongoing visit does that by its own requests.
@NullMarked
package health.visavis.web.live;

import org.jspecify.annotations.NullMarked;
