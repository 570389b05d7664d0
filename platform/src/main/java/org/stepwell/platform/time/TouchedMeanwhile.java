package org.stepwell.platform.time;

/** Somebody set or cancelled what is due while it was being done: then it was not done. */
final class TouchedMeanwhile extends RuntimeException {
    TouchedMeanwhile() {
        super("touched meanwhile", null, false, false);
    }
}
