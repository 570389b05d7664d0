package org.stepwell.aftercare.meeting;

/** A place on the earth, in degrees. */
record GeoPoint(double latitude, double longitude) {

    private static final double LATITUDE_MAX = 90;
    private static final double LONGITUDE_MAX = 180;
    private static final double KILOMETERS_OF_A_DEGREE = 111.2;

    boolean possible() {
        return Math.abs(latitude) <= LATITUDE_MAX && Math.abs(longitude) <= LONGITUDE_MAX;
    }

    /** Zero and zero is what programs write who know no place. */
    boolean nowhere() {
        return latitude == 0 && longitude == 0;
    }

    /** Corners between which all is that is so near, and some that is not. */
    record Box(double south, double north, double west, double east) {}

    /** The box around it; all around the earth where it would reach across a pole or the day's border. */
    Box box(double kilometers) {
        double up = kilometers / KILOMETERS_OF_A_DEGREE;
        double south = Math.max(-LATITUDE_MAX, latitude - up);
        double north = Math.min(LATITUDE_MAX, latitude + up);
        double narrowest = Math.cos(Math.toRadians(Math.max(Math.abs(south), Math.abs(north))));
        double aside = up / Math.max(narrowest, 1e-6);
        boolean around = longitude - aside < -LONGITUDE_MAX || longitude + aside > LONGITUDE_MAX;
        return around
                ? new Box(south, north, -LONGITUDE_MAX, LONGITUDE_MAX)
                : new Box(south, north, longitude - aside, longitude + aside);
    }
}
