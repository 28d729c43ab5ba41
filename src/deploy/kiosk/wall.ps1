# Keeps the wall on: starts the browser, and starts it anew when it has ended or when its page stands still.
# -Install registers it with Windows' Task Scheduler for this user's sign-in; -Remove takes that back.
# Settings are read from wall.conf beside this file. For Windows PowerShell 5.1, which Windows 10 and 11 bring along.
param([switch]$Install, [switch]$Remove)

$ErrorActionPreference = 'Stop'
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$task = 'WenmingWall'

if ($Remove) {
  Stop-ScheduledTask -TaskName $task -ErrorAction SilentlyContinue
  Unregister-ScheduledTask -TaskName $task -Confirm:$false
  Write-Host '已取消开机自动放映。'
  exit 0
}

if ($Install) {
  $action = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument ('-NoProfile -ExecutionPolicy Bypass -WindowStyle Hidden -File "{0}"' -f $MyInvocation.MyCommand.Path)
  $trigger = New-ScheduledTaskTrigger -AtLogOn -User ('{0}\{1}' -f $env:USERDOMAIN, $env:USERNAME)
  # Without a limit of zero, Windows ends a task after three days
  $settings = New-ScheduledTaskSettingsSet -ExecutionTimeLimit ([TimeSpan]::Zero) -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -MultipleInstances IgnoreNew
  Register-ScheduledTask -TaskName $task -Action $action -Trigger $trigger -Settings $settings -Force | Out-Null
  Start-ScheduledTask -TaskName $task
  Write-Host '已设好：以后登录这台电脑，大屏自动开始。'
  exit 0
}

$conf = @{}
foreach ($line in [IO.File]::ReadAllLines("$here\wall.conf", [Text.Encoding]::UTF8)) {
  if ($line -match '^([A-Z]+)=(.*)$') { $conf[$Matches[1]] = $Matches[2].Trim() }
}
$url = $conf['URL']
$copy = $conf['COPY']
$awake = if ($conf['AWAKE']) { $conf['AWAKE'] } else { '00:00-24:00' }
$port = if ($conf['PORT']) { $conf['PORT'] } else { '9333' }
$state = Join-Path $env:LOCALAPPDATA 'wenming-wall'
$userData = Join-Path $state 'profile'
$kept = Join-Path $state 'kept'
$log = Join-Path $state 'wall.log'
$every = 10     # seconds from one look at the page to the next
$start = 180    # seconds until its first beat
$still = 180    # seconds that its beat may stand still after that
$calm = 600     # seconds after which a browser counts as running well
$pause = 2      # seconds before the second start; twice as many before each further one
$longest = 300

New-Item -ItemType Directory -Force -Path $state | Out-Null

function Write-Log([string]$text) {
  $line = '{0} {1}' -f (Get-Date -Format 'yyyy-MM-dd HH:mm:ss'), $text
  Write-Host $line
  if ((Test-Path $log) -and (Get-Item $log).Length -gt 1048576) { Move-Item -Force $log "$log.old" }
  [IO.File]::AppendAllText($log, "$line`r`n", (New-Object Text.UTF8Encoding($true)))
}

if (-not $url) {
  Write-Log "没有网址：请在 $here\wall.conf 填写 URL"
  exit 2
}

$browser = $conf['BROWSER']
if (-not $browser) {
  $browser = @(
    "$env:ProgramFiles\Google\Chrome\Application\chrome.exe",
    "${env:ProgramFiles(x86)}\Google\Chrome\Application\chrome.exe",
    "$env:LOCALAPPDATA\Google\Chrome\Application\chrome.exe",
    "${env:ProgramFiles(x86)}\Microsoft\Edge\Application\msedge.exe",
    "$env:ProgramFiles\Microsoft\Edge\Application\msedge.exe"
  ) | Where-Object { Test-Path $_ } | Select-Object -First 1
}
if (-not $browser) {
  Write-Log '找不到 Chrome 或 Edge：请安装一个，或在 wall.conf 填写 BROWSER'
  exit 2
}

# Gives what an address answers as bytes, or null if there is no answer within five seconds
function Get-Bytes([string]$address) {
  try {
    $request = [Net.WebRequest]::Create($address)
    $request.Timeout = 5000
    $request.ReadWriteTimeout = 5000
    if ($address -match '^http://(127\.0\.0\.1|localhost)[:/]') { $request.Proxy = $null }
    $response = $request.GetResponse()
    try {
      $memory = New-Object IO.MemoryStream
      $response.GetResponseStream().CopyTo($memory)
      return , $memory.ToArray()
    } finally { $response.Close() }
  } catch { return $null }
}

function Get-Utf8([string]$address) {
  $bytes = Get-Bytes $address
  if ($null -eq $bytes) { return $null }
  return [Text.Encoding]::UTF8.GetString($bytes)
}

$page = $url -replace '[?#].*$', ''

# Tells whether the wall's page can be had now, whole
function Test-Wall {
  if ($url -like 'file:*') { return $true }
  $text = Get-Utf8 $page
  return ($null -ne $text) -and $text.Contains('<!-- wall:end -->')
}

# Keeps a copy of the wall for the day on which the server is away; a page and a script of two builds are not kept
function Save-Copy {
  if ($url -like 'file:*') { return }
  $html = Get-Bytes $page
  $script = Get-Bytes ($page.Substring(0, $page.LastIndexOf('/')) + '/wall.js')
  $again = Get-Utf8 $page
  if ($null -eq $html -or $null -eq $script -or $null -eq $again) { return }
  $text = [Text.Encoding]::UTF8.GetString($html)
  if ($text -cne $again -or -not $text.Contains('<!-- wall:end -->')) { return }
  $new = Join-Path $state 'new'
  New-Item -ItemType Directory -Force -Path "$new\wall" | Out-Null
  [IO.File]::WriteAllBytes("$new\wall\index.html", $html)
  [IO.File]::WriteAllBytes("$new\wall\wall.js", $script)
  if (Test-Path $kept) { Remove-Item -Recurse -Force $kept }
  Move-Item $new $kept
}

# Gives the page of the site's copy that wall.conf names, or of the kept one
function Find-Copy {
  foreach ($folder in @($copy, $kept)) {
    if ($folder -and (Test-Path "$folder\wall\index.html")) { return "$folder\wall\index.html" }
  }
  return $null
}

# Gives the title of the wall's page, which its player writes anew at least once a minute
function Get-Beat {
  $text = Get-Utf8 "http://127.0.0.1:$port/json/list"
  if ($text -and $text -match '"title": *"(文明创建 · [^"]*· [0-9:]+)"') { return $Matches[1] }
  return ''
}

Add-Type -Namespace Wenming -Name Power -MemberDefinition '[DllImport("kernel32.dll")] public static extern uint SetThreadExecutionState(uint flags);'

# Tells Windows not to let the screen sleep, or that it may; needs no rights and no setting
function Set-Awake {
  $from, $to = $awake -split '-'
  $now = Get-Date -Format 'HH:mm'
  $isAwake = if ($from -lt $to) { $now -ge $from -and $now -lt $to } else { $now -ge $from -or $now -lt $to }
  $flags = if ($isAwake) { [uint32]2147483651 } else { [uint32]2147483648 } # continuous, with system and display or without
  [Wenming.Power]::SetThreadExecutionState($flags) | Out-Null
}

# Ends every process of the browser that runs with our profile, also one that an earlier run left behind
function Stop-Browser {
  Get-CimInstance Win32_Process | Where-Object { $_.CommandLine -and $_.CommandLine.Contains("--user-data-dir=$userData") } | ForEach-Object {
    Stop-Process -Id $_.ProcessId -Force -ErrorAction SilentlyContinue
  }
}

function Start-Browser([string]$address) {
  Stop-Browser
  $flags = @(
    '--kiosk', $address, "`"--user-data-dir=$userData`"", "--remote-debugging-port=$port",
    '--no-first-run', '--no-default-browser-check', '--noerrdialogs', '--disable-infobars',
    '--disable-session-crashed-bubble', '--hide-crash-restore-bubble', '--deny-permission-prompts',
    '--disable-features=Translate', '--disable-pinch', '--overscroll-history-navigation=0',
    '--disable-background-timer-throttling', '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows', '--disable-component-update',
    '--check-for-update-interval=31536000'
  )
  if ($browser -like '*msedge.exe') { $flags += '--edge-kiosk-type=fullscreen' }
  return Start-Process -FilePath $browser -ArgumentList $flags -PassThru
}

$next = $pause
$hourly = [int](3600 / $every)
while ($true) {
  $found = Find-Copy
  if (Test-Wall) {
    $showing = 'wall'; $address = $url
    Write-Log "打开 $address"
    Save-Copy
  } elseif ($found) {
    $showing = 'copy'; $address = ([Uri]$found).AbsoluteUri
    Write-Log "连不上 $url，先放副本 $address"
  } else {
    $showing = 'nothing'; $address = ([Uri]"$here\waiting.html").AbsoluteUri
    Write-Log "连不上 $url，等待"
  }
  $running = Start-Browser $address

  $looks = 0; $same = 0; $last = ''
  while ($true) {
    Start-Sleep -Seconds $every
    $looks++
    Set-Awake
    if ($looks % $hourly -eq 0 -and $showing -eq 'wall') { Save-Copy }
    if ($running.HasExited) {
      Write-Log '浏览器退出了'
      break
    }
    if ($showing -ne 'wall' -and (Test-Wall)) {
      Write-Log '连上了'
      $looks = $calm # a change, not a failure
      break
    }
    if ($showing -ne 'nothing') {
      $seen = Get-Beat
      if ($seen -and $seen -cne $last) {
        if (-not $last) { Write-Log "在走：$seen" }
        $last = $seen; $same = 0
      } else {
        $same++ # counts looks: neither a sleep nor a clock that is set makes a wall seem to stand still
      }
      $most = if ($last) { $still } else { $start }
      if ($same * $every -ge $most) {
        Write-Log "大屏不动了（$(if ($last) { $last } else { '没有大屏的页面' })），重新打开"
        break
      }
    }
  }
  Stop-Browser

  if ($looks * $every -ge $calm) {
    $next = $pause
    continue
  }
  Write-Log "$next 秒后重新打开"
  Start-Sleep -Seconds $next
  $next = [Math]::Min($next * 2, $longest)
}
