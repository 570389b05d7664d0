package org.stepwell.enrollment.letter;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** The letters about a patient. */
@Path("patients/{patient}/letters")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.STAFF_DISCLOSE)
class PatientLetterResource {

    private final Letters letters;
    private final Facts facts;
    private final LetterLinks links;
    private final SendLetter sending;
    private final Disclosures disclosures;
    private final ClinicDirectory clinics;
    private final SealedJson sealed;
    private final Access access;
    private final Clock clock;

    PatientLetterResource(
            Letters letters,
            Facts facts,
            LetterLinks links,
            SendLetter sending,
            Disclosures disclosures,
            ClinicDirectory clinics,
            SealedJson sealed,
            Access access,
            Clock clock) {
        this.letters = letters;
        this.facts = facts;
        this.links = links;
        this.sending = sending;
        this.disclosures = disclosures;
        this.clinics = clinics;
        this.sealed = sealed;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "LetterForm")
    record Form(
            @Schema(examples = "ENROLLMENT") @NotNull LetterKind kind,

            @Schema(description = "of the days that a letter about attendance is about") @Nullable
            LocalDate firstDay,

            @Schema(description = "may be still to come, but not when the letter leaves") @Nullable
            LocalDate lastDay,

            @NotNull @Valid To recipient,
            @Schema(examples = "CRIMINAL_JUSTICE") @NotNull DisclosurePurpose purpose,
            @NotNull @Valid Reader reader,

            @Schema(description = "leaves at once, unless said") @Nullable
            Instant notBefore) {

        /** Who is to receive it, as the consent names them. */
        @Schema(name = "LetterRecipient")
        record To(
                @Schema(examples = "COURT") @NotNull Recipient.Kind kind,

                @Schema(description = "as in the consent; without it, somebody of this kind whom no consent names")
                @Nullable
                UUID id) {}

        LetterOrder order(Instant now) {
            return new LetterOrder(
                    kind,
                    firstDay,
                    lastDay,
                    new Recipient(recipient.kind(), recipient.id()),
                    purpose,
                    notBefore == null || notBefore.isBefore(now) ? now : notBefore);
        }
    }

    @POST
    @Transactional
    @Discloses({DataCategory.PRESENCE, DataCategory.PROGRESS, DataCategory.ATTENDANCE})
    @Operation(
            summary = "Write a letter that says that somebody is in the program, or how they attend",
            description =
                    "It leaves at once, or not before a moment, as a mail that says nothing but that a document waits, with"
                            + " a link. 403 where no consent in force opens it; it is asked again when it leaves, and each time that it is"
                            + " opened. ENROLLMENT tells PRESENCE and PROGRESS, ATTENDANCE tells PRESENCE and ATTENDANCE.")
    @APIResponseSchema(value = LetterView.class, responseCode = "201")
    public RestResponse<LetterView> write(PatientId patient, @NotNull @Valid Form form) {
        access.to(patient);
        links.mustLeadSomewhere();
        var id = new LetterId(Uuid7.next());
        var now = clock.instant();
        var order = form.order(now);
        order.mustBeWritable(clinics.zone(), now);
        var by = ClinicContext.current().orElseThrow().actor();
        var ask = order.ask(patient);
        var consent = disclosures.mustBeOpen(
                ask, Channel.SECURE_MESSAGE, form.reader().told());
        if (order.leavesAt().equals(now)) {
            facts.of(patient, order); // whoever comes in tomorrow may have a letter that leaves the day after
        }
        var reader = sealed.seal(Reader.PART, id.value(), form.reader());
        var letter = new Letter(id, patient, order, consent, reader, by, now);
        letters.persistAndFlush(letter);
        sending.enqueue(letter);
        return Answers.created(LetterView.of(letter, sealed), "letters/" + id, letter.version());
    }

    @GET
    @Transactional
    @Operation(summary = "The letters about a patient, oldest first: which wait, were sent, or did not leave and why")
    public RestResponse<Page<LetterView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        return Page.of(letters.page(patient, page), page, letter -> LetterView.of(letter, sealed), Letter::id, uri);
    }
}
