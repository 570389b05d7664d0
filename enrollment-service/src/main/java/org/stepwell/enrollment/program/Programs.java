package org.stepwell.enrollment.program;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;

/** The programs of the clinic. */
@Singleton
public class Programs implements PanacheRepositoryBase<Program, ProgramId> {

    private final Sql sql;

    Programs(Sql sql) {
        this.sql = sql;
    }

    /** One of them; 404 where there is none. */
    public Program of(ProgramId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** To be changed: whoever is put on its list meanwhile waits until it is. */
    Program lockedOf(ProgramId id) {
        return locked(id, "for update").orElseThrow(NotFoundException::new);
    }

    /** As it stays until somebody has a place in it: nobody changes it meanwhile. */
    public Optional<Program> unchanging(ProgramId id) {
        return locked(id, "for share");
    }

    /** In words of our own, because Hibernate can not lock what it reads together with tracks and rules. */
    private Optional<Program> locked(ProgramId id, String how) {
        sql.list(
                "select 1 from program where clinic_id = platform.current_clinic() and id = ? " + how,
                row -> 1,
                id.value());
        var found = findByIdOptional(id);
        found.ifPresent(getEntityManager()::refresh); // it may have been read before it was locked
        return found;
    }

    List<Program> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }
}
