package org.stepwell.enrollment.program;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.http.PageRequest;

/** The programs of the clinic. */
@Singleton
public class Programs implements PanacheRepositoryBase<Program, ProgramId> {

    /** One of them; 404 where there is none. */
    public Program of(ProgramId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    List<Program> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }
}
