package org.stepwell.enrollment.breakglass;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.BreakGlassId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.seal.SealedJson;

/** What must stand in the patient's record of each disclosure in an emergency, 42 CFR 2.51(c); rows are only ever added. */
@Singleton
public class EmergencyDisclosures {

    private final Sql sql;
    private final SealedJson sealed;

    EmergencyDisclosures(Sql sql, SealedJson sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    /**
     * Who was told by whom; date and time stand beside it, the nature of the emergency with its break-glass.
     *
     * @param recipient the name of the medical personnel
     * @param facility the health care facility they are affiliated with
     * @param discloser the name of who told them
     */
    record Names(String recipient, String facility, String discloser) {}

    /** One disclosure; the id is its entry in the patient's ledger. */
    @Schema(name = "EmergencyDisclosureView")
    record View(
            UUID id,
            Instant at,
            String recipient,
            String facility,
            String discloser,

            @Schema(description = "who noted it, and broke the glass: to be the one whose name is given")
            StaffId notedBy) {}

    View add(BreakGlassId glass, DisclosureMade made, Names names, StaffId notedBy) {
        sql.update(
                """
                insert into emergency_disclosure (id, break_glass_id, patient_id, at, names, noted_by)
                values (?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                made.disclosure(),
                glass.value(),
                made.patient().value(),
                made.at(),
                sealed.seal("emergency-disclosure", made.disclosure(), names),
                notedBy.value());
        return view(made.disclosure(), made.at(), names, notedBy);
    }

    /** Those of each break-glass, oldest first. */
    Map<BreakGlassId, List<View>> of(Collection<BreakGlassId> glasses) {
        record Row(BreakGlassId glass, View view) {}
        return sql
                .list(
                        """
                        select id, break_glass_id, at, names, noted_by from emergency_disclosure
                        where clinic_id = platform.current_clinic() and break_glass_id = any (?) order by id
                        """,
                        row -> {
                            var id = row.getObject("id", UUID.class);
                            var at = row.getObject("at", OffsetDateTime.class).toInstant();
                            return new Row(
                                    new BreakGlassId(row.getObject("break_glass_id", UUID.class)),
                                    view(
                                            id,
                                            at,
                                            names(id, row.getString("names")),
                                            new StaffId(row.getObject("noted_by", UUID.class))));
                        },
                        (Object) glasses.stream().map(BreakGlassId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Row::glass, Collectors.mapping(Row::view, Collectors.toList())));
    }

    /** Who was told, and where they work, by the entry in the patient's ledger. */
    public Map<UUID, String> recipients(Collection<UUID> entries) {
        record Row(UUID entry, String recipient) {}
        return sql
                .list(
                        """
                        select id, names from emergency_disclosure
                        where clinic_id = platform.current_clinic() and id = any (?)
                        """,
                        row -> {
                            var id = row.getObject("id", UUID.class);
                            var names = names(id, row.getString("names"));
                            return new Row(id, "%s, %s".formatted(names.recipient(), names.facility()));
                        },
                        (Object) entries.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Row::entry, Row::recipient));
    }

    private Names names(UUID disclosure, String sealedNames) {
        return sealed.open("emergency-disclosure", disclosure, sealedNames, Names.class);
    }

    private static View view(UUID id, Instant at, Names names, StaffId notedBy) {
        return new View(id, at, names.recipient(), names.facility(), names.discloser(), notedBy);
    }
}
