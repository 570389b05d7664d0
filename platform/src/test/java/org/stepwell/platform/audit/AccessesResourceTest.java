package org.stepwell.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.probe.ProbePatients;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AccessesResourceTest {

    private static final String PROBES = "/api/probe/v1/probes";

    private final PatientId maya = new PatientId(UUID.randomUUID());
    private final StaffId ines = new StaffId(UUID.randomUUID());
    private final String accesses = "/api/probe/v1/patients/%s/accesses".formatted(maya);

    @Test
    void somebodyWhoIsNoPatientOfTheClinicIsNotThereForAnybody() {
        for (var role : List.of("patient", "privacy-officer", "auditor")) {
            Person.at(role)
                    .who(ProbePatients.NOBODY)
                    .asks()
                    .get("/api/probe/v1/patients/" + ProbePatients.NOBODY + "/accesses")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void aPatientSeesWhoSawTheirRecordNewestFirst() {
        var id = made();
        Person.at("supervisor").who(ines).asks().get(PROBES + "/" + id).then().statusCode(200);

        Person.at("patient")
                .who(maya)
                .asks()
                .get(accesses)
                .then()
                .statusCode(200)
                .body("items.operation", contains("ProbeResource_read", "ProbeResource_make"))
                .body("items.action", contains("R", "C"))
                .body("items.what", contains("Read one", "Make one"))
                .body("items.byMe", contains(false, false))
                .body("items[0].roles", equalTo(List.of("supervisor")))
                .body("items[0].staff", equalTo(ines.toString()))
                .body("items[0].actor", notNullValue())
                .body("items[0].purpose", equalTo("TREAT"))
                .body("items[0].outcome", equalTo("ALLOWED"));
        Person.at("patient")
                .who(maya)
                .with("sub", "maya-herself")
                .asks()
                .get(accesses)
                .then()
                .body("items[0].byMe", equalTo(false)); // the reading before, by another account
        Person.at("patient")
                .who(maya)
                .with("sub", "maya-herself")
                .asks()
                .get(accesses)
                .then()
                .body("items[0].byMe", equalTo(true))
                .body("items[0].what", equalTo("Who saw the record, or tried to, newest first"));
    }

    @Test
    void aPatientIsNotToldWhoWasRefusedButThePrivacyOfficerIs() {
        var id = made();
        var otto = Person.at("patient").who(new PatientId(UUID.randomUUID())).with("sub", "otto");
        otto.asks().get(PROBES + "/" + id).then().statusCode(404);

        Person.at("patient")
                .who(maya)
                .asks()
                .get(accesses + "?limit=1")
                .then()
                .body("items[0].outcome", equalTo("REFUSED"))
                .body("items[0].roles", contains("patient"))
                .body("items[0].actor", nullValue());
        Person.at("privacy-officer").asks().get(accesses + "?limit=2").then().body("items[1].actor", equalTo("otto"));
    }

    @Test
    void nobodyElseSeesIt() {
        made();

        Person.at("patient")
                .who(new PatientId(UUID.randomUUID()))
                .asks()
                .get(accesses)
                .then()
                .statusCode(404);
        Person.at("clinician").asks().get(accesses).then().statusCode(403);
        Person.of("privacy-officer", Person.HARBOR)
                .asks()
                .get(accesses)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        for (int i = 0; i < 5; i++) {
            made();
        }

        var first =
                Person.at("auditor").asks().get(accesses + "?limit=3").then().statusCode(200);
        var second = Person.at("auditor")
                .asks()
                .get(accesses + "?limit=3&after=" + first.extract().path("after"))
                .then()
                .statusCode(200);

        List<String> ids = new java.util.ArrayList<>(first.extract().<List<String>>path("items.id"));
        ids.addAll(second.extract().<List<String>>path("items.id"));
        assertThat(ids).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    private String made() {
        return Person.at("intake")
                .asks()
                .body(Map.of("name", UUID.randomUUID().toString(), "patient", maya.toString(), "size", 1))
                .post(PROBES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
