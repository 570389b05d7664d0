package org.stepwell.suite;

import java.io.IOException;
import java.sql.SQLException;
import org.stepwell.platform.testing.LocalPostgres;

/** PostgreSQL with one database for each service and one for Keycloak. */
final class Databases {
    private Databases() {}

    static LocalPostgres start(Settings settings, Secrets secrets) throws IOException, SQLException {
        // The programs are unpacked where only this user writes: zonky makes their folder writable for everybody.
        System.setProperty(
                "ot.epg.working-dir", settings.cache().resolve("embedded-pg").toString());
        var postgres = LocalPostgres.start(
                settings.postgresData(),
                settings.ports().of(Door.POSTGRES),
                settings.isDurable(),
                settings.log("postgres"));
        try {
            create(postgres, settings, secrets);
            return postgres;
        } catch (IOException | SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** Forgets what the services stored; accounts stay. */
    static void empty(LocalPostgres postgres, Secrets secrets) throws SQLException {
        for (var service : Service.all()) {
            postgres.dropDatabase(service.database());
            create(postgres, service, secrets);
        }
    }

    private static void create(LocalPostgres postgres, Service service, Secrets secrets) throws SQLException {
        var runtime = service.database();
        postgres.createDatabase(
                service.database(),
                service.owner(),
                secrets.password(service.owner()),
                runtime,
                secrets.password(runtime));
        postgres.createAuditor(service.database(), service.auditor(), secrets.password(service.auditor()));
    }

    private static void create(LocalPostgres postgres, Settings settings, Secrets secrets)
            throws IOException, SQLException {
        for (var service : Service.all()) {
            create(postgres, service, secrets);
        }
        if (Keycloak.realmHasChanged(settings)) {
            // Keycloak imports a realm only where there is none; what was clicked together on this machine is lost.
            postgres.dropDatabase("keycloak");
        }
        // Keycloak changes its own tables, so that its owner is its user.
        var keycloak = secrets.password("keycloak");
        postgres.createDatabase("keycloak", "keycloak", keycloak, "keycloak", keycloak);
    }
}
