package health.visavis.visit.domain;

import java.util.UUID;

/// What one browser says to another so that they can connect: a session description or network candidates, as the
/// browser wrote it. We carry it and do not read it.
public record Signal(UUID id, SeatAt from, SeatAt to, String payload) {

    /// 64 KiB: a description of three lines with all its candidates is about ten.
    public static final int LARGEST_PAYLOAD = 65_536;

    /// A seat at one epoch.
    public record SeatAt(SeatId seat, int epoch) {}
}
