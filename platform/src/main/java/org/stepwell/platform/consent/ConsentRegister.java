package org.stepwell.platform.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Routing;
import org.stepwell.contracts.consent.ConsentEvent.ConsentHeartbeat;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged.Opening;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.WallClock;

/** This service's copy of what patients' consents open, and whether it is fresh enough to be trusted. */
@Singleton
public class ConsentRegister {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final TypeReference<List<Opening>> OPENINGS = new TypeReference<>() {};
    private static final String LISTENER = "consent";

    private final Sql sql;
    private final WallClock wall;
    private final Duration silence;

    ConsentRegister(Sql sql, WallClock wall, @ConfigProperty(name = "stepwell.consent.silence-max") Duration silence) {
        this.sql = sql;
        this.wall = wall;
        this.silence = silence;
    }

    /**
     * Takes a patient's consents, before the transaction ends; answers since when they are in force here, in wall time, or
     * nothing where newer ones are.
     */
    public Optional<Instant> changed(ConsentsChanged consents) {
        // What is here already waits for nobody: a disclosure may be long, and heartbeats are heard behind this.
        var before = known(consents);
        if (before.isPresent()) {
            return since(before.get(), consents);
        }
        // The row is locked first: the time is that of a moment at which no disclosure by older consents is under way.
        sql.list("""
                select 1 from platform.consent_register
                where clinic_id = platform.current_clinic() and patient_id = ? for update
                """, row -> 1, consents.patient().value());
        var now = wall.instant();
        int applied = sql.update("""
                insert into platform.consent_register as known (patient_id, version, openings, applied_at)
                values (?, ?, ?, ?)
                on conflict (clinic_id, patient_id) do update
                set version = excluded.version, openings = excluded.openings, applied_at = excluded.applied_at
                where known.version < excluded.version
                """, consents.patient().value(), consents.version(), write(consents.openings()), now);
        return applied == 1 ? Optional.of(now) : known(consents).flatMap(newer -> since(newer, consents));
    }

    private record Applied(long version, Instant at) {}

    /** This version, or a newer one, if one of them is applied. */
    private Optional<Applied> known(ConsentsChanged consents) {
        return sql.one(
                """
                select version, applied_at from platform.consent_register
                where clinic_id = platform.current_clinic() and patient_id = ? and version >= ?
                """,
                row -> new Applied(
                        row.getLong("version"),
                        row.getObject("applied_at", OffsetDateTime.class).toInstant()),
                consents.patient().value(),
                consents.version());
    }

    private static Optional<Instant> since(Applied applied, ConsentsChanged consents) {
        return applied.version() == consents.version() ? Optional.of(applied.at()) : Optional.empty();
    }

    /** The register was alive at this moment. */
    void beat(ConsentHeartbeat heartbeat) {
        sql.update("""
                insert into platform.consent_heartbeat as known (beat_at) values (?)
                on conflict (only_row) do update set beat_at = greatest(known.beat_at, excluded.beat_at)
                """, heartbeat.at());
    }

    private record Known(
            PatientId patient,
            @Nullable String openings,
            @Nullable Instant beatAt,
            boolean parked) {}

    /**
     * What each patient's consents open, or nothing where this service can not know. Until the transaction ends, no change
     * of their consents is applied here: what is permitted is disclosed before a revocation is in force.
     */
    Map<PatientId, Optional<List<Opening>>> openings(Collection<PatientId> patients) {
        return openings(patients, "for share");
    }

    /** The same for a moment: the next may know better, and nobody who revokes waits. */
    Map<PatientId, Optional<List<Opening>>> openingsNow(Collection<PatientId> patients) {
        return openings(patients, "");
    }

    private Map<PatientId, Optional<List<Opening>>> openings(Collection<PatientId> patients, String lock) {
        // A patient without a row is locked by nothing, and nothing is open to them.
        var found = sql.list(
                """
                with known as (
                    select patient_id, openings from platform.consent_register
                    where clinic_id = platform.current_clinic() and patient_id = any (?) order by patient_id %s
                )
                select asked.patient, known.openings, (select beat_at from platform.consent_heartbeat) as beat_at,
                       exists (select 1 from platform.parked where listener = ? and key = asked.key) as parked
                from unnest(?, ?) as asked(patient, key) left join known on known.patient_id = asked.patient
                """.formatted(lock),
                row -> {
                    @Nullable OffsetDateTime beat = row.getObject("beat_at", OffsetDateTime.class);
                    return new Known(
                            new PatientId(row.getObject("patient", UUID.class)),
                            row.getString("openings"),
                            beat == null ? null : beat.toInstant(),
                            row.getBoolean("parked"));
                },
                ids(patients),
                LISTENER,
                ids(patients),
                patients.stream().map(ConsentRegister::key).toArray(String[]::new));
        return found.stream().collect(Collectors.toMap(Known::patient, this::believed));
    }

    private static UUID[] ids(Collection<PatientId> patients) {
        return patients.stream().map(PatientId::value).toArray(UUID[]::new);
    }

    private static String key(PatientId patient) {
        return Routing.keyOf(ClinicContext.clinic(), new ConsentsChanged(patient, 0, List.of(), Instant.EPOCH));
    }

    private Optional<List<Opening>> believed(Known known) {
        if (!isFresh(known)) {
            return Optional.empty();
        }
        return Optional.of(known.openings() == null ? List.of() : read(known.openings()));
    }

    private boolean isFresh(Known known) {
        return !known.parked()
                && known.beatAt() != null
                && known.beatAt().plus(silence).isAfter(wall.instant());
    }

    private static String write(List<Opening> openings) {
        try {
            return JSON.writeValueAsString(openings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("consents could not be written", e);
        }
    }

    private static List<Opening> read(String openings) {
        try {
            return JSON.readValue(openings, OPENINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("consents could not be read", e);
        }
    }
}
