package io.demarche.analysis.worker;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Where work comes from. Stages fail when it cannot be asked, or its answer cannot be used. */
interface WorkSource {

    /** Leases at most so many articles; none when there is nothing to do. */
    CompletionStage<List<Lease>> lease(int max);

    /** Lets leases run their whole time from now on; tells the tokens of those that are lost. */
    CompletionStage<Set<UUID>> extend(Collection<Lease> leases);

    /** Ends leases; tells the tokens of those that were lost before. All must be of one kind. */
    CompletionStage<Set<UUID>> settle(List<Settlement> settlements);
}
