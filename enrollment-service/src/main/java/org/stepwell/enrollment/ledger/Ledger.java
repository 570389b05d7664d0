package org.stepwell.enrollment.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosureBasis;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;

/** The disclosures that services told of; rows are only ever added. */
@Singleton
public class Ledger {

    private final Sql sql;
    private final MergedPatients merged;

    Ledger(Sql sql, MergedPatients merged) {
        this.sql = sql;
        this.merged = merged;
    }

    /**
     * One entry: somebody asked to disclose something, and was answered.
     *
     * @param by who asked, as role and account
     * @param told sealed: who was told, where the consent names a class of recipients; as it is shown, nothing
     * @param recipientName as the consent, the agreement, the record of the emergency or whoever told has it
     * @param basis by what right it was asked
     * @param consent the consent that allowed it, which also names the recipient
     * @param authority the break-glass, agreement or order it rests on instead
     */
    @Schema(name = "LedgerEntry")
    record Entry(
            UUID id,
            Instant at,
            String service,
            String by,
            Recipient.Kind recipientKind,
            @Nullable UUID recipient,
            @JsonIgnore @Nullable String told,
            @Nullable String recipientName,

            @Schema(examples = "12 Mill Street, Riverside", description = "where whoever told said it") @Nullable
            String recipientAddress,

            DisclosurePurpose purpose,
            List<DataCategory> categories,
            DisclosureMade.Channel channel,
            boolean permitted,
            DisclosureBasis basis,
            @Nullable ConsentId consent,
            @Nullable UUID authority,
            @Nullable String refusal,
            @Nullable String noticeVersion) {

        static Entry of(ResultSet row) throws SQLException {
            @Nullable UUID consent = row.getObject("consent_id", UUID.class);
            return new Entry(
                    row.getObject("id", UUID.class),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("service"),
                    row.getString("actor"),
                    Recipient.Kind.valueOf(row.getString("recipient_kind")),
                    row.getObject("recipient_id", UUID.class),
                    row.getString("told"),
                    null,
                    null,
                    DisclosurePurpose.valueOf(row.getString("purpose")),
                    categories(row.getArray("categories")),
                    DisclosureMade.Channel.valueOf(row.getString("channel")),
                    row.getBoolean("permitted"),
                    DisclosureBasis.valueOf(row.getString("basis")),
                    consent == null ? null : new ConsentId(consent),
                    row.getObject("authority_id", UUID.class),
                    row.getString("refusal"),
                    row.getString("notice"));
        }

        Entry named(@Nullable String name, @Nullable String address) {
            return new Entry(
                    id,
                    at,
                    service,
                    by,
                    recipientKind,
                    recipient,
                    null,
                    name,
                    address,
                    purpose,
                    categories,
                    channel,
                    permitted,
                    basis,
                    consent,
                    authority,
                    refusal,
                    noticeVersion);
        }

        private static List<DataCategory> categories(Array column) throws SQLException {
            return Arrays.stream((String[]) column.getArray())
                    .map(DataCategory::valueOf)
                    .toList();
        }
    }

    /** Takes what a service tells. */
    public void made(DisclosureMade made, String actor) {
        @Nullable ConsentId consent = made.consent();
        sql.update(
                """
                insert into disclosure (id, patient_id, at, service, actor, recipient_kind, recipient_id, told,
                                        purpose, categories, channel, permitted, basis, consent_id, authority_id, refusal,
                                        notice)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                made.disclosure(),
                made.patient().value(),
                made.at(),
                made.service(),
                actor,
                made.recipient().kind().name(),
                made.recipient().id(),
                made.told(),
                made.purpose().name(),
                made.categories().stream().map(Enum::name).toArray(String[]::new),
                made.channel().name(),
                made.permitted(),
                made.basis().name(),
                consent == null ? null : consent.value(),
                made.authority(),
                made.refusal(),
                made.notice());
    }

    /** A patient's entries after this one, oldest first; also those about a record that was merged into theirs. */
    List<Entry> page(PatientId patient, UUID after, int limit) {
        return sql.list("""
                select one.* from unnest(?) as record(id), lateral (
                    select * from disclosure
                    where clinic_id = platform.current_clinic() and patient_id = record.id and disclosure.id > ?
                    order by disclosure.id limit ?) one
                order by one.id limit ?
                """, Entry::of, merged.recordsOf(patient), after, limit, limit);
    }
}
