package org.stepwell.enrollment.reporting;

/** A table of codes that can not be used; the service does not start with it. */
final class BrokenTable extends RuntimeException {

    BrokenTable(String table, String sentence) {
        super("%s: %s".formatted(table, sentence));
    }
}
