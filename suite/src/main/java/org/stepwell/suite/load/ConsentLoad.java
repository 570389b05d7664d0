package org.stepwell.suite.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;

/**
 * Revocations in force: a patient revokes a consent in enrollment, and all four services are asked to disclose until the
 * last of them refuses, while enrollment tells two hundred other events a second. A long time would mean that a revocation waits behind what
 * is not urgent; one disclosure after a service said that the revocation is in force would be a broken promise.
 */
final class ConsentLoad {

    private static final int REVOCATIONS = 1_000;
    private static final int PATIENTS = 50;
    private static final int CALLERS = 4;
    private static final int BACKGROUND_PER_SECOND = 200;
    /** One account may ask two hundred times a second; the pause is part of what is measured. */
    private static final long PAUSE_MILLIS = 20;

    /** How often each service is asked once more after the last one refused: one that forgets would open again. */
    private static final int ASKED_AGAIN = 5;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Clinic clinic;
    private final LoadApi api;
    private final MadeUp madeUp;
    private final long seed;
    private final AtomicLong disclosedAfterRefusal = new AtomicLong();
    private final String statements;

    ConsentLoad(Clinic clinic, long seed) throws IOException, InterruptedException {
        this.clinic = clinic;
        this.api = new LoadApi(clinic);
        this.madeUp = new MadeUp(seed);
        this.seed = seed;
        statements = api.get(Service.ENROLLMENT, "/consent-statements")
                .must(200)
                .json()
                .get("version")
                .asText();
    }

    Report run() throws Exception {
        var figures = new ArrayList<Figure>();
        try (var enrollment = clinic.jdbc(Service.ENROLLMENT);
                var effects = new EffectLoad(clinic, madeUp);
                var _ = new Background(enrollment, madeUp, BACKGROUND_PER_SECOND)) {
            var bare = effects.bare(200);
            figures.add(Figure.times("revocationToRefusal", "ms", revocations(), bare, "p99 1000"));
        }
        figures.add(Figure.value(
                "disclosedAfterRevocation", "count", REVOCATIONS, (double) disclosedAfterwards(), null, "0"));
        figures.add(Figure.value(
                "disclosedAfterRefusal",
                "count",
                REVOCATIONS * ASKED_AGAIN * Service.all().size(),
                (double) disclosedAfterRefusal.get(),
                null,
                "0"));
        var dataset = "%d revocations of %d patients by %d callers, %d background events a second, database durable"
                .formatted(REVOCATIONS, PATIENTS, CALLERS, BACKGROUND_PER_SECOND);
        return Report.of("consent", seed, dataset, figures);
    }

    private List<Double> revocations() throws Exception {
        var patients = new ArrayList<String>();
        for (int i = 0; i < PATIENTS; i++) {
            var patient = api.register(madeUp.id().toString());
            giveNotice(patient);
            patients.add(patient);
        }
        var work = new ArrayList<Callable<List<Double>>>();
        for (int caller = 0; caller < CALLERS; caller++) {
            int first = caller;
            work.add(() -> {
                var millis = new ArrayList<Double>();
                for (int i = first; i < REVOCATIONS; i += CALLERS) {
                    millis.add(revocation(patients.get(i % PATIENTS)));
                }
                return millis;
            });
        }
        var all = new ArrayList<Double>();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (var done : callers.invokeAll(work)) {
                all.addAll(done.get());
            }
        }
        return all;
    }

    /** Where the clinic has a privacy notice: nobody consents before they have it. */
    private void giveNotice(String patient) throws IOException, InterruptedException {
        for (var text : api.get(Service.ENROLLMENT, "/form-texts").must(200).json()) {
            if (text.get("kind").asText().equals("PRIVACY_NOTICE")) {
                api.post(Service.ENROLLMENT, "/patients/%s/consents".formatted(patient), """
                                {"kind": "PRIVACY_NOTICE",
                                 "signature": {"signer": "Load", "relationship": "SELF", "method": "PAPER", "statements": "%s"}}
                                """.formatted(
                                        text.get("version").asText()))
                        .must(201);
            }
        }
    }

    /** Milliseconds from the answer to the revocation until the last of four services answers with a refusal. */
    private double revocation(String patient) throws IOException, InterruptedException {
        var consent = api.post(
                        Service.ENROLLMENT, "/patients/%s/consents".formatted(patient), """
                        {"kind": "NAMED_DISCLOSURE",
                         "terms": {"discloser": "Riverside", "description": "that they come",
                                   "recipients": [{"kind": "SUPPORT_PERSON", "name": "Somebody"}],
                                   "purposes": ["SUPPORT"], "categories": ["PRESENCE"], "lastDay": "2099-12-31"},
                         "signature": {"signer": "Load", "relationship": "SELF", "method": "PAPER", "statements": "%s"}}
                        """.formatted(statements))
                .must(201)
                .json();
        var recipient = consent.get("terms").get("recipients").get(0).get("id").asText();
        asksUntil(200, patient, recipient);
        api.post(
                        Service.ENROLLMENT,
                        "/consents/%s/revocation".formatted(consent.get("id").asText()),
                        null)
                .must(200);
        long revoked = System.nanoTime();
        asksUntil(403, patient, recipient);
        double millis = (System.nanoTime() - revoked) / 1e6;
        for (int i = 0; i < ASKED_AGAIN; i++) {
            Thread.sleep(PAUSE_MILLIS);
            for (var service : Service.all()) {
                if (asks(service, patient, recipient) == 200) {
                    disclosedAfterRefusal.incrementAndGet();
                }
            }
        }
        return millis;
    }

    private void asksUntil(int status, String patient, String recipient) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        for (var service : Service.all()) {
            while (asks(service, patient, recipient) != status) {
                if (System.nanoTime() > until) {
                    throw new Trouble("%s does not answer %d.".formatted(service.title(), status));
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private int asks(Service service, String patient, String recipient) throws IOException, InterruptedException {
        var answer = api.post(service, "/patients/%s/disclosures".formatted(patient), """
                {"recipient": {"kind": "SUPPORT_PERSON", "id": "%s"}, "purpose": "SUPPORT",
                 "categories": ["PRESENCE"], "channel": "PHONE"}
                """.formatted(recipient));
        if (answer.status() != 200 && answer.status() != 403) {
            throw new Trouble("%s answers %d: %s".formatted(service.title(), answer.status(), answer.body()));
        }
        return answer.status();
    }

    /** Disclosures that a service allowed after it said that the revocation of their consent is in force there. */
    private long disclosedAfterwards() throws SQLException, InterruptedException {
        for (var service : Service.all()) {
            try (var database = clinic.jdbc(service)) {
                MadeUp.awaitCount(database, "select count(*) from platform.outbox", 0);
            }
        }
        try (var enrollment = clinic.jdbc(Service.ENROLLMENT)) {
            MadeUp.awaitCount(enrollment, """
                    select count(*) from consent c where status = 'REVOKED' and %d > (
                        select count(distinct a.service) from consent_applied a
                        where a.patient_id = c.patient_id and a.version >= c.register_version)
                    """.formatted(Service.all().size()), 0);
            try (var statement = enrollment.createStatement();
                    var row = statement.executeQuery("""
                            select count(*) from disclosure d join consent c on c.id = d.consent_id
                            where d.permitted and c.status = 'REVOKED' and d.at > (
                                select min(applied_at) from consent_applied a
                                where a.patient_id = d.patient_id and a.service = d.service
                                    and a.version >= c.register_version)
                            """)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
