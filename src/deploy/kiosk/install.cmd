@echo off
rem Run once on the wall's PC, as the user whose session shows the wall. "install.cmd /remove" takes it back.
if /i "%~1"=="/remove" goto remove
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0wall.ps1" -Install
if errorlevel 1 goto failed
powercfg /change monitor-timeout-ac 0
powercfg /change standby-timeout-ac 0
powercfg /change hibernate-timeout-ac 0
echo 接电源时不再关屏、睡眠。要夜里关屏，见 README.md 的“夜里关屏”。
pause
exit /b 0

:remove
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0wall.ps1" -Remove
pause
exit /b 0

:failed
echo 没有设好。请右键此文件，选“以管理员身份运行”，再试一次。
pause
exit /b 1
