package io.demarche.gateway.load;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is let in at once. */
@ConfigMapping(prefix = "demarche.load")
interface LoadConfig {

    /** Whether anything is turned away at all. */
    @WithDefault("true")
    boolean enabled();

    /** How many times its usual time, when nobody else asks, a request may take because of others. */
    @WithDefault("1.75")
    double tolerance();

    /** The shortest time after which a limit is set anew. */
    @WithDefault("250ms")
    Duration window();

    /** The least and the most reads that are let in at once. */
    Reads reads();

    /** The least and the most analyses on the spot that are let in at once. */
    Analyses analyses();

    /** The least and the most submissions, extractions and changes that are let in at once. */
    Writes writes();

    /** The most streams, batches and live ones together, that are let in at once. */
    Streams streams();

    /** Reads. */
    interface Reads {

        /** At least so many. */
        @WithDefault("32")
        int least();

        /** At most so many. */
        @WithDefault("200")
        int most();
    }

    /** Analyses on the spot. */
    interface Analyses {

        /** At least so many. */
        @WithDefault("10")
        int least();

        /** At most so many. */
        @WithDefault("100")
        int most();
    }

    /** Submissions, extractions and changes; a page that is fetched takes time and no work, hence more at least. */
    interface Writes {

        /** At least so many. */
        @WithDefault("128")
        int least();

        /** At most so many. */
        @WithDefault("500")
        int most();
    }

    /** Streams. */
    interface Streams {

        /** At most so many. */
        @WithDefault("2500")
        int most();
    }
}
