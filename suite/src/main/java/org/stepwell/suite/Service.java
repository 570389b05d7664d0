package org.stepwell.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One of the four services, by the name that folders, databases and topics use. */
public enum Service {
    ENROLLMENT(Door.ENROLLMENT, Door.ENROLLMENT_MANAGEMENT),
    SCHEDULING(Door.SCHEDULING, Door.SCHEDULING_MANAGEMENT),
    THERAPY(Door.THERAPY, Door.THERAPY_MANAGEMENT),
    AFTERCARE(Door.AFTERCARE, Door.AFTERCARE_MANAGEMENT);

    private final Door door;
    private final Door management;

    Service(Door door, Door management) {
        this.door = door;
        this.management = management;
    }

    /** All four, in the order a patient meets them. */
    public static List<Service> all() {
        return List.of(values());
    }

    /** The service of this name, if there is one. */
    public static Optional<Service> named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.title().equals(name))
                .findFirst();
    }

    /** The name in lower case, as in {@code enrollment-service}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its API answers. */
    public Door door() {
        return door;
    }

    /** Where its health and metrics answer. */
    public Door management() {
        return management;
    }

    /** Its database. */
    public String database() {
        return "stepwell_" + title();
    }

    /** The database user that links the audit, and can do nothing else. */
    public String auditor() {
        return database() + "_auditor";
    }

    /** The database user that changes tables. */
    public String owner() {
        return database() + "_owner";
    }
}
