package health.visavis.alarm.domain;

/// A point on the earth, in degrees; south and west are negative.
public record Place(double latitude, double longitude) {

    private static final double EARTH_KILOMETERS = 6371;

    public Place {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not on the earth");
        }
    }

    /// Along a great circle (haversine formula), on a round earth: half a percent off at most.
    public double kilometersTo(Place other) {
        var ownLatitude = Math.toRadians(latitude);
        var otherLatitude = Math.toRadians(other.latitude);
        var half = square(Math.sin((otherLatitude - ownLatitude) / 2))
                + Math.cos(ownLatitude)
                        * Math.cos(otherLatitude)
                        * square(Math.sin(Math.toRadians(other.longitude - longitude) / 2));
        return 2 * EARTH_KILOMETERS * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    private static double square(double value) {
        return value * value;
    }
}
