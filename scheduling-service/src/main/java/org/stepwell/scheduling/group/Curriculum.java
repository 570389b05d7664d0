package org.stepwell.scheduling.group;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the sessions of a group are about, one unit after the other and then from the first again; whoever joins later comes to all
 * of them in time. A session that is cancelled leaves its unit to the next.
 */
@Embeddable
class Curriculum {

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] units = {};

    @SuppressWarnings("UnusedVariable") // read in SQL by whoever gives sessions their units
    private @Nullable LocalDate unitsFrom;

    Curriculum() {}

    /** The first session from this day on is about the first unit; those before stay what they were. */
    Curriculum(List<String> units, LocalDate from) {
        this.units = units.toArray(String[]::new);
        unitsFrom = from;
    }

    List<String> units() {
        return List.of(units);
    }
}
