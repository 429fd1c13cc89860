package dev.jacquard.engine.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How people name workflows: by the whole id ({@code
 * shop.anomaly.AnomalyDetection.detectAnomalies}), or by its end as long as that is one workflow's
 * alone ({@code AnomalyDetection.detectAnomalies}, {@code detectAnomalies}).
 */
public final class WorkflowNames {

  private static final int SHOWN = 20;

  private WorkflowNames() {}

  /** Returns all ids that a name may mean: the id itself alone, else those that end in it. */
  public static List<String> matching(String name, Collection<String> ids) {
    if (ids.contains(name)) {
      return List.of(name);
    }
    return ids.stream().filter(id -> endsIn(id, name)).sorted().toList();
  }

  /**
   * Returns the id that a name means.
   *
   * @throws CodeException if it means none or several; the message names those that it could mean
   */
  public static String resolve(String name, Collection<String> ids) {
    List<String> found = matching(name, ids);
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new CodeException(found.isEmpty() ? unknown(name, ids) : ambiguous(name, found));
  }

  /** Says that no workflow has a name, which one may have been meant, and which ones there are. */
  public static String unknown(String name, Collection<String> ids) {
    StringBuilder text = new StringBuilder("No workflow is named ").append(name).append('.');
    nearest(name, ids).ifPresent(near -> text.append(" Did you mean ").append(near).append('?'));
    if (ids.isEmpty()) {
      return text.append(" There are no workflows here.").toString();
    }
    return text.append(" These are here:").append(lines(new TreeSet<>(ids))).toString();
  }

  /** Finds the workflow whose id, or an end of it, is nearest to a name. */
  public static Optional<String> nearest(String name, Collection<String> ids) {
    Set<String> ends = new LinkedHashSet<>();
    for (String id : new TreeSet<>(ids)) {
      for (String end = id; !end.isEmpty(); end = withoutFirst(end)) {
        ends.add(end);
      }
    }
    return NearestName.of(name, ends).map(end -> matching(end, ids).get(0));
  }

  private static String ambiguous(String name, List<String> found) {
    return name + " could be any of these workflows; give more of the name:" + lines(found);
  }

  private static String lines(Collection<String> ids) {
    List<String> shown = new ArrayList<>(ids.stream().limit(SHOWN).toList());
    if (ids.size() > SHOWN) {
      shown.add("... and " + (ids.size() - SHOWN) + " more");
    }
    return "\n  " + String.join("\n  ", shown);
  }

  private static boolean endsIn(String id, String name) {
    if (name.isEmpty() || !id.endsWith(name)) {
      return false;
    }
    int before = id.length() - name.length() - 1;
    return before >= 0 && (id.charAt(before) == '.' || id.charAt(before) == '$');
  }

  private static String withoutFirst(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
