package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.therapy.GroupRoom.aVisit;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.note.NoteFixtures.rated;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.notetext.NoteFormat;
import org.stepwell.therapy.notetext.NoteSection;

/** The note of a visit has a format, and says something in each of its sections. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class VisitNoteTest extends GroupOfTwo {

    private static final String WORDS = "Slept four hours; the neighbour's music again.";

    @Inject
    Sql sql;

    @ParameterizedTest
    @EnumSource(NoteFormat.class)
    void aVisitIsWrittenInOneOfFourFormatsAndSigned(NoteFormat format) {
        var visit = visited();

        writes(visit, form(visit, format, format.sections()))
                .then()
                .statusCode(200)
                .body("ofGroup", equalTo(false))
                .body("status", equalTo("DRAFT"));
        sign(visit).then().statusCode(200).body("status", equalTo("SIGNED")).body("signature.intact", equalTo(true));

        chart(supervisor(), ada.patient())
                .body("items[0].part.format", equalTo(format.name()))
                .body(
                        "items[0].part.sections.section",
                        equalTo(format.sections().stream().map(Enum::name).toList()))
                .body("items[0].part.objectives", hasSize(1));
    }

    @Test
    void aSectionThatSaysNothingIsNotSigned() {
        var visit = visited();
        writes(visit, form(visit, NoteFormat.SOAP, List.of(NoteSection.PLAN, NoteSection.SUBJECTIVE)))
                .then()
                .statusCode(200)
                .body("parts[0].sections.section", contains("SUBJECTIVE", "PLAN"));

        refused(sign(visit), 409, "sections-are-written").body("errors.pointer", contains("/parts/0/sections"));
    }

    @Test
    void sectionsAreThoseOfTheFormatAndTheObjectivesThoseOfThePatient() {
        var visit = visited();

        refused(
                        writes(visit, form(visit, NoteFormat.DAP, List.of(NoteSection.DATA, NoteSection.GOAL))),
                        400,
                        "invalid-request")
                .body("errors.pointer", contains("/sections/1/section"));
        refused(
                        writes(visit, form(visit, NoteFormat.DAP, List.of(NoteSection.DATA, NoteSection.DATA))),
                        400,
                        "invalid-request")
                .body("errors.pointer", contains("/sections/1/section"));
        var his = new HashMap<>(form(visit, NoteFormat.DAP, List.of(NoteSection.DATA)));
        his.put("objectives", List.of(rated("019a0000-0000-7000-8000-0000000000aa", "MET")));
        refused(writes(visit, his), 400, "invalid-request").body("errors.pointer", contains("/objectives/0/objective"));
        his.remove("objectives");
        his.put("patient", ben.patient().toString());
        refused(writes(visit, his), 409, "only-those-present");
        read(visit).then().body("status", equalTo("DUE"));
    }

    @Test
    void aGroupIsNotWrittenLikeAVisitNorAVisitLikeAGroup() {
        var visit = visited();
        var group = held(ada, ben);

        refused(write(visit, super.form(visit, ada)), 409, "note-of-its-kind");
        refused(writes(group, form(group, NoteFormat.DAP, List.of(NoteSection.DATA))), 409, "note-of-its-kind");
    }

    @Test
    void aChangeNamesTheVersionItWasMadeTo() {
        var visit = visited();
        var form = form(visit, NoteFormat.DAP, List.of(NoteSection.DATA));
        writes(visit, form).then().statusCode(200);

        refused(writes(visit, form), 428, "version-required");
        clinician(dora)
                .asks()
                .header("If-Match", etag(visit))
                .body(form)
                .put(path(visit) + "/visit")
                .then()
                .statusCode(200);
    }

    @Test
    void whatItSaysIsSealed() {
        var visit = visited();
        writes(visit, form(visit, NoteFormat.DAP, NoteFormat.DAP.sections()))
                .then()
                .statusCode(200);

        var kept = ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "test", null),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(
                                "select to_jsonb(p)::text from note_part p where patient_id = ?",
                                row -> row.getString(1),
                                ada.patient().value())));
        assertThat(kept).singleElement().asString().doesNotContain("neighbour", "DATA");
    }

    private SessionId visited() {
        var visit = aVisit(Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(5, ChronoUnit.HOURS), dora);
        attended(visit, ada);
        return visit.session();
    }

    private Map<String, Object> form(SessionId visit, NoteFormat format, List<NoteSection> sections) {
        return Map.of(
                "patient",
                ada.patient().toString(),
                "format",
                format.name(),
                "sections",
                sections.stream()
                        .map(section -> Map.of("section", section.name(), "text", WORDS))
                        .toList(),
                "risk",
                "NONE_NOTED",
                "objectives",
                List.of(rated(linkable(visit).get(ada.patient().toString()), "NO_CHANGE")),
                "nextSession",
                "Bring the sleep diary");
    }

    private Response writes(SessionId session, Map<String, Object> form) {
        return clinician(dora).asks().body(form).put(path(session) + "/visit");
    }
}
