package org.stepwell.scheduling.staff;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;

/** Somebody who works at the clinic. */
@Entity
class StaffMember {

    @EmbeddedId
    private StaffId id;

    @Version
    private int version;

    private String name;

    @Column(columnDefinition = "text[]")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> credentials;

    private boolean active;

    @SuppressWarnings("NullAway.Init")
    StaffMember() {}

    StaffMember(StaffId id, String name, List<String> credentials, boolean active) {
        this.id = id;
        this.name = name;
        this.credentials = List.copyOf(credentials);
        this.active = active;
    }

    boolean is(String said, List<String> holding, boolean working) {
        return name.equals(said) && credentials.equals(holding) && active == working;
    }

    StaffChanged change(String said, List<String> holding, boolean working, Instant now) {
        name = said;
        credentials = List.copyOf(holding);
        active = working;
        return told(now);
    }

    StaffChanged told(Instant now) {
        return new StaffChanged(id, List.copyOf(credentials), active, now);
    }

    StaffId id() {
        return id;
    }

    int version() {
        return version;
    }

    String name() {
        return name;
    }

    List<String> credentials() {
        return List.copyOf(credentials);
    }

    boolean active() {
        return active;
    }
}
