package org.stepwell.platform.testing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/**
 * Records of Riverside that are about one patient.
 *
 * @param facilitator who leads the session among them
 * @param ids of the others, by the name that paths and forms give them; {@code staff} is on the patient's care team and leads
 *     nothing; {@code author} wrote what is kept apart, and neither treats the patient nor leads the session
 * @param before an id that was drawn before any of them was made
 */
public record Records(PatientId patient, StaffId facilitator, Map<String, String> ids, UUID before) {

    private static final int UUID_LENGTH = 36;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    public Records {
        ids = new HashMap<>(ids);
        ids.put("patient", patient.toString());
        ids.putIfAbsent("staff", UUID.randomUUID().toString());
    }

    public Records(PatientId patient, StaffId facilitator, Map<String, String> ids) {
        this(patient, facilitator, ids, BEFORE_ALL);
    }

    Records with(String name, String id) {
        var more = new HashMap<>(ids);
        more.put(name, id);
        return new Records(patient, facilitator, more, before);
    }

    Records madeAfter(UUID drawn) {
        return new Records(patient, facilitator, ids, drawn);
    }

    /** Who is on the patient's care team and leads nothing. */
    StaffId colleague() {
        return StaffId.fromString(Objects.requireNonNull(ids.get("staff")));
    }

    /** Who wrote what is kept apart, where the service has such. */
    Optional<StaffId> author() {
        return Optional.ofNullable(ids.get("author")).map(StaffId::fromString);
    }

    /** Who sent the patient; where the service knows no partners, one that nobody is. */
    PartnerId partner() {
        return PartnerId.fromString(
                ids.getOrDefault("partner", UUID.randomUUID().toString()));
    }

    /** The same with ids that nobody has. */
    Map<String, String> unknown() {
        var others = new HashMap<>(ids);
        others.replaceAll((_, id) -> isUuid(id) ? UUID.randomUUID().toString() : id);
        return others;
    }

    /** The ids that nobody may read who may not read the records. */
    Set<String> secrets(Set<String> everybodys) {
        var secrets = new HashSet<String>();
        ids.forEach((name, id) -> {
            if (isUuid(id) && !everybodys.contains(name)) {
                secrets.add(id);
            }
        });
        return secrets;
    }

    /** Of these secrets, those that were made for this test: others stand in older records, too. */
    Set<String> fresh(Set<String> secrets) {
        return secrets.stream()
                .filter(secret -> secret.compareTo(before.toString()) > 0)
                .collect(Collectors.toSet());
    }

    /** Whether a record stands behind this name. */
    boolean isId(String name) {
        return isUuid(ids.getOrDefault(name, ""));
    }

    /** Other values are words, such as the first day of a week. */
    private static boolean isUuid(String value) {
        return value.length() == UUID_LENGTH;
    }
}
