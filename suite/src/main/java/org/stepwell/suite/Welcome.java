package org.stepwell.suite;

/** What a person wants to know once everything runs: where things are and how to sign in. */
final class Welcome {
    private Welcome() {}

    static void print(Clinic clinic, Progress progress) {
        var settings = clinic.settings();
        progress.say("");
        for (var service : Service.all()) {
            progress.say("  %-11s %s".formatted(service.title(), clinic.baseUrl(service)));
            progress.say("  %-11s %s  (try it out)"
                    .formatted("", clinic.baseUrl(service).resolve("swagger")));
        }
        progress.say("  %-11s %s".formatted("Keycloak", settings.issuer()));
        progress.say("  %-11s 127.0.0.1:%d  (./stepwell sql SERVICE)"
                .formatted("PostgreSQL", settings.ports().of(Door.POSTGRES)));
        progress.say("  %-11s %s".formatted("Kafka", settings.bootstrap()));
        progress.say("  %-11s %s, and text messages beside it (nothing leaves this machine)"
                .formatted("Mail", settings.mails()));
        progress.say("");
        progress.say(
                "  Demo logins, password \"%s\"; for curl: ./stepwell token NAME".formatted(RealmFile.DEMO_PASSWORD));
        for (var user : RealmFile.demoUsers()) {
            progress.say("    %-7s %s".formatted(user.name(), String.join(", ", user.roles())));
        }
        progress.say("");
    }
}
