package io.demarche.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sites let robots do (RFC 9309), remembered for a while: no file allows everything, a server in trouble allows
 * nothing.
 */
final class RobotRules {

    /** As the RFC has it: no longer than a day. */
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private static final Duration TROUBLE_FOR = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;
    /** The RFC asks for at least 500 KiB. */
    static final int MAX_SIZE = 512 * 1_024;

    private final Clock clock;
    private final List<String> names;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    RobotRules(Clock clock, String userAgent) {
        this.clock = clock;
        this.names = List.of(userAgent.split("[/ ]")[0].toLowerCase(Locale.ROOT));
    }

    private record Known(Rules rules, Instant until) {}

    /** The rules of one site. */
    static final class Rules {
        private final BaseRobotRules rules;

        private Rules(BaseRobotRules rules) {
            this.rules = rules;
        }

        boolean allow(Target target) {
            return rules.isAllowed(target.address());
        }

        /** The pause that the site asks for, between these two. */
        Duration pause(Duration least, Duration most) {
            long asked = rules.getCrawlDelay();
            Duration pause = asked <= 0 ? least : Duration.ofMillis(asked);
            pause = pause.compareTo(least) < 0 ? least : pause;
            return pause.compareTo(most) > 0 ? most : pause;
        }

        /** Addresses of site maps. */
        List<String> siteMaps() {
            return rules.getSitemaps();
        }
    }

    /** The rules of a target's site, when they are known. */
    synchronized @Nullable Rules of(Target target) {
        Known found = known.get(target.origin());
        return found == null || found.until().isBefore(clock.instant()) ? null : found.rules();
    }

    /** Takes down what a site answered. */
    Rules learn(Target target, int status, byte[] body) {
        boolean trouble = status >= 500 || status == 429;
        BaseRobotRules rules = trouble
                ? new SimpleRobotRules(RobotRulesMode.ALLOW_NONE)
                : status >= 300
                        ? new SimpleRobotRules(RobotRulesMode.ALLOW_ALL)
                        : new SimpleRobotRulesParser()
                                .parseContent(target.robots().address(), body, "text/plain", names);
        return keep(target, rules, trouble ? TROUBLE_FOR : GOOD_FOR);
    }

    /** Takes down that a site's robots.txt can't be read: nothing may be fetched then. */
    Rules unreadable(Target target) {
        return keep(target, new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), TROUBLE_FOR);
    }

    private synchronized Rules keep(Target target, BaseRobotRules rules, Duration time) {
        Rules made = new Rules(rules);
        known.put(target.origin(), new Known(made, clock.instant().plus(time)));
        return made;
    }
}
