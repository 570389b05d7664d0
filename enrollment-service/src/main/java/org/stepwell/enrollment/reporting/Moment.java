package org.stepwell.enrollment.reporting;

/** When somebody is asked for the state's report: an admission has one record of each, once it is over. */
enum Moment {
    ADMISSION,
    DISCHARGE;

    /** What a field that is asked at both moments is called now, such as {@code EMPLOY_D}. */
    String name(String field) {
        return this == ADMISSION ? field : field + "_D";
    }
}
