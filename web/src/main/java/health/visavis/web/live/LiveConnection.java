package health.visavis.web.live;

import java.time.Duration;

/// One open page.
public interface LiveConnection {

    /// Names this connection in this process; a page that comes back has another.
    String id();

    /// Queues a message for the page; never blocks. `message` is written as JSON and has a `type`.
    void send(Object message);

    /// Whether the browser has given a sign of life this recently; it is asked for one every few seconds.
    default boolean heardWithin(Duration limit) {
        return true;
    }

    /// Runs when the connection is gone, at once if it already is.
    void onClose(Runnable action);
}
